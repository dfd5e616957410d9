/** Where things are in the app, so that no page spells a path itself. */

export const recordPath = (object: string, id: string): string => `/o/${object}/${encodeURIComponent(id)}`
export const listPath = (object: string): string => `/o/${object}`
