/** Names of everything in the query cache. Live sync refreshes by these names, so every page uses them. */

export const keys = {
  session: ['session'] as const,
  meta: ['meta'] as const,
  removed: ['meta', 'removed'] as const,
  workspace: ['workspace'] as const,
  rates: ['rates'] as const,
  profiles: ['profiles'] as const,
  allViews: ['views'] as const,
  tokens: ['tokens'] as const,
  bin: ['bin'] as const,
  changes: ['changes'] as const,
  record: (object: string, id: string) => ['record', object, id] as const,
  list: (object: string, query?: unknown) => ['list', object, ...(query === undefined ? [] : [query])] as const,
  aggregate: (object: string, query?: unknown) =>
    ['aggregate', object, ...(query === undefined ? [] : [query])] as const,
  /** Of one record, or of all of them. */
  timeline: (...record: readonly string[]) => ['timeline', ...record] as const,
  /** Of one field, or of all fields of a record. */
  history: (object: string, id: string, ...field: readonly string[]) => ['history', object, id, ...field] as const,
  colleagues: (object: string, id: string) => ['colleagues', object, id] as const,
  views: (object: string) => ['views', object] as const,
  lookup: (object: string, text: string) => ['lookup', object, text] as const,
  search: (text: string) => ['search', text] as const,
  job: (id: string) => ['job', id] as const,
  jobs: ['jobs'] as const,
  imports: ['imports'] as const,
}
