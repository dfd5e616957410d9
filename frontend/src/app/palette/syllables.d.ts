/** The module that scripts/syllables.ts makes. */
declare module 'virtual:syllables' {
  export const syllables: Readonly<Record<string, string>>
}
