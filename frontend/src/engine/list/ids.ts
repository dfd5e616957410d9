/** Names of cells in the page, for the one that the keyboard is on. */

export const cellId = (id: string, column: number): string => `cell-${id}-${column}`
