/** Text that is not JSON, while it is being typed. */

/** No JSON value is this string. */
export const UNREADABLE = '\u0000unreadable'
