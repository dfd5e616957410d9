/** Where things are in the app, so that no page spells a path itself. */

export const recordPath = (object: string, id: string): string => `/o/${object}/${encodeURIComponent(id)}`
/** The record's entry in the bin: what lies there is found by its name. */
export const binPath = (object: string, label: string): string =>
  `/bin?${new URLSearchParams({ object, search: label })}`
export const listPath = (object: string): string => `/o/${object}`
