/** Where the browser finds a file. */

export const filePath = (id: string): string => `/api/files/${encodeURIComponent(id)}`
