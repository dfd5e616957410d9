/** The shapes of the API that are the same in every workspace. Written by `./kith types`; do not edit. */

export type Address = {
  readonly street?: string | null
  readonly city?: string | null
  readonly region?: string | null
  readonly postal?: string | null
  readonly country?: string | null
  readonly lat?: number | null
  readonly lng?: number | null
}

export type Aggregate = {
  readonly where?: Filter | null
  readonly search?: string | null
  readonly group?: ReadonlyArray<string | {
    readonly by: string
    readonly bucket?: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscal_year' | 'fiscal_quarter'
  }>
  readonly measures?: ReadonlyArray<{
    readonly op: 'count' | 'sum' | 'avg' | 'min' | 'max' | 'count_distinct'
    readonly field?: string
    readonly as?: string
  }>
  readonly sort?: ReadonlyArray<{
    readonly by: string
    readonly desc?: boolean
  }>
  readonly limit?: number
}

export type Anything = unknown

export type Baseline = {
  readonly opens?: 'private' | 'team' | 'read_all' | 'edit_all'
  readonly hierarchy?: boolean
}

export type Baselines = {
  readonly objects: Readonly<Record<string, unknown>>
}

export type Bulk = {
  readonly ids?: ReadonlyArray<string>
  readonly where?: Filter
  readonly action: 'update' | 'delete' | 'restore'
  readonly values?: Readonly<Record<string, unknown>>
}

export type Colleagues = {
  readonly items: ReadonlyArray<{
    readonly user: Link
    readonly strength: 'strong' | 'medium' | 'weak'
    readonly score: number
    readonly activities: number
    readonly last_at?: string | null
  }>
}

export type FieldMeta = Readonly<Record<string, unknown>>

export type FieldSpec = Readonly<Record<string, unknown>>

export type Figures = {
  readonly groups: ReadonlyArray<{
    readonly keys: ReadonlyArray<unknown>
    readonly values: Readonly<Record<string, unknown>>
  }>
}

export type FileValue = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
}

export type Filter = {
  readonly and: ReadonlyArray<Filter>
} | {
  readonly or: ReadonlyArray<Filter>
} | {
  readonly not: Filter
} | {
  readonly field: string
  readonly op: 'eq' | 'ne' | 'in' | 'not_in' | 'lt' | 'le' | 'gt' | 'ge' | 'between' | 'empty' | 'not_empty' | 'contains' | 'not_contains' | 'starts' | 'ends' | 'any_of' | 'all_of' | 'none_of' | 'within' | 'near' | 'under'
  readonly value?: unknown
} | {
  readonly children: string
  readonly is?: 'any' | 'none' | 'count'
  readonly op?: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'
  readonly value?: number
  readonly where?: Filter
} | {
  readonly text: string
}

export type FormulaSpec = {
  readonly config: Readonly<Record<string, unknown>>
}

export type FormulaTrial = {
  readonly field: Readonly<Record<string, unknown>>
  readonly items: ReadonlyArray<Readonly<Record<string, unknown>>>
}

export type Found = {
  readonly items: ReadonlyArray<{
    readonly id: string
    readonly label: string | null
  }>
}

export type Health = {
  readonly status: string
}

export type Hello = {
  readonly name: string | null
  readonly version: string
  readonly setup: boolean
  readonly demo?: ReadonlyArray<Readonly<Record<string, unknown>>> | null
}

export type Hits = {
  readonly groups: ReadonlyArray<{
    readonly object: string
    readonly items: ReadonlyArray<Readonly<Record<string, unknown>>>
  }>
}

export type Invitation = {
  readonly secret: string
  readonly url: string
  readonly days: number
}

export type InvitationAnswer = {
  readonly secret: string
  readonly password: string
}

export type Job = {
  readonly id: string
  readonly kind: string
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total?: number | null
  readonly message?: string
  readonly result?: unknown
}

export type Jobs = {
  readonly items: ReadonlyArray<Job>
}

export type Layout = Readonly<Record<string, unknown>>

export type Lens = Readonly<Record<string, unknown>>

export type Lenses = {
  readonly items: ReadonlyArray<Lens>
}

export type Link = {
  readonly id: string
  readonly label: string | null
  readonly closed?: boolean
  readonly deleted?: boolean
}

export type Me = {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly profile: string
    readonly locale: string | null
    readonly timezone: string | null
    readonly photo?: FileValue | null
    readonly theme?: string | null
    readonly density?: string | null
    readonly motion?: string | null
    readonly start_page?: string | null
  }
  readonly workspace: Workspace
  readonly csrf: string
  readonly admin: boolean
  readonly catalog_version: number
}

export type MeChange = {
  readonly locale?: 'en' | 'zh-CN'
  readonly timezone?: string
  readonly theme?: 'system' | 'light' | 'dark'
  readonly density?: 'comfortable' | 'compact'
  readonly motion?: 'system' | 'reduce' | 'full'
  readonly start_page?: string
}

export type Merge = {
  readonly from: ReadonlyArray<string>
  readonly values?: Readonly<Record<string, unknown>>
}

export type MergePreview = {
  readonly record: Readonly<Record<string, unknown>>
  readonly records: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly differing: ReadonlyArray<string>
  readonly filled: Readonly<Record<string, unknown>>
  readonly moving: ReadonlyArray<{
    readonly object: string
    readonly label: string
    readonly field: string
    readonly count: number
  }>
}

export type Meta = {
  readonly version: number
  readonly objects: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly kinds?: ReadonlyArray<Readonly<Record<string, unknown>>>
}

export type Money = {
  readonly amount: number
  readonly currency: string
  readonly base?: number | null
}

export type NewLens = {
  readonly name: string
  readonly filters: Readonly<Record<string, unknown>>
  readonly sharing?: 'private' | 'shared'
}

export type NewPassword = {
  readonly password: string
}

export type NewPreference = {
  readonly value: unknown
}

export type NewShare = {
  readonly level?: 'read' | 'edit'
  readonly role?: string | null
  readonly until?: string | null
}

export type NewSharingRule = {
  readonly object: string
  readonly label: string
  readonly level?: 'read' | 'edit'
  readonly where?: Filter | null
  readonly owners?: {
    readonly users?: ReadonlyArray<string>
    readonly units?: ReadonlyArray<string>
    readonly groups?: ReadonlyArray<string>
    readonly profiles?: ReadonlyArray<string>
  } | null
  readonly to: {
    readonly keys?: ReadonlyArray<string>
    readonly profiles?: ReadonlyArray<string>
  }
  readonly active?: boolean
  readonly starts?: string | null
  readonly ends?: string | null
}

export type NewToken = {
  readonly name: string
  readonly scopes: ReadonlyArray<'read' | 'write' | 'admin'>
  readonly expires_at?: string | null
}

export type NewView = {
  readonly name?: string
  readonly kind?: 'list' | 'board' | 'calendar' | 'split' | 'map'
  readonly query?: {
    readonly where?: Filter | null
    readonly sort?: ReadonlyArray<Sort>
    readonly search?: string | null
  }
  readonly columns?: ReadonlyArray<{
    readonly field: string
    readonly width?: number
  }>
  readonly group?: string | null
  readonly settings?: {
    readonly subgroup?: string | null
    readonly pins?: number
    readonly folded?: ReadonlyArray<string>
    readonly span?: 'month' | 'week' | 'day' | 'agenda'
  }
  readonly sharing?: 'private' | 'shared'
  readonly pinned?: boolean
}

export type Notifications = {
  readonly items: ReadonlyArray<{
    readonly id: number
    readonly reason: string
    readonly at: string
    readonly read: boolean
    readonly count: number
    readonly many: boolean
    readonly actor: Link | null
    readonly record: {
      readonly object: string
      readonly id: string
      readonly label: string | null
    }
    readonly changes: ReadonlyArray<Readonly<Record<string, unknown>>>
  }>
  readonly next: string | null
  readonly unread: number
}

export type ObjectMeta = Readonly<Record<string, unknown>>

export type ObjectSpec = Readonly<Record<string, unknown>>

export type PasswordChange = {
  readonly current: string
  readonly password: string
}

export type Place = {
  readonly lat: number
  readonly lng: number
}

export type Preference = {
  readonly key: string
  readonly value: unknown
  readonly changed_at: string
}

export type Preferences = {
  readonly items: ReadonlyArray<Preference>
}

export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly place?: string
  readonly fields?: Readonly<Record<string, unknown>>
}

export type Profile = Readonly<Record<string, unknown>>

export type Profiles = {
  readonly items: ReadonlyArray<Readonly<Record<string, unknown>>>
}

export type Query = {
  readonly where?: Filter | null
  readonly search?: string | null
  readonly sort?: ReadonlyArray<Sort>
  readonly fields?: ReadonlyArray<string> | null
  readonly limit?: number
  readonly after?: string | null
  readonly count?: 'capped' | 'exact' | 'none'
  readonly bin?: boolean
}

export type Rate = {
  readonly currency: string
  readonly day: string
  readonly rate: number
}

export type Rates = {
  readonly items: ReadonlyArray<Rate>
}

export type Read = {
  readonly ids?: ReadonlyArray<number>
  readonly read?: boolean
}

export type Removed = {
  readonly items: ReadonlyArray<Readonly<Record<string, unknown>>>
}

export type Setup = {
  readonly token: string
  readonly company: string
  readonly locale: 'en' | 'zh-CN'
  readonly timezone: string
  readonly currency: string
  readonly name: string
  readonly email: string
  readonly password: string
}

export type SetupToken = {
  readonly token: string
}

export type Shares = {
  readonly items: ReadonlyArray<Readonly<Record<string, unknown>>>
}

export type SharingRule = Readonly<Record<string, unknown>>

export type SharingRules = {
  readonly items: ReadonlyArray<SharingRule>
}

export type SignIn = {
  readonly email: string
  readonly password: string
  readonly workspace?: string | null
}

export type Sort = string | {
  readonly by: string
  readonly desc?: boolean
}

export type StartView = {
  readonly view: string | null
}

export type Timeline = {
  readonly items: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly next?: string | number | null
}

export type TokenFacts = {
  readonly id: string
  readonly name: string
  readonly scopes: ReadonlyArray<string>
  readonly hint: string
  readonly created_at: string
  readonly used_at?: string | null
  readonly expires_at?: string | null
  readonly token?: string
}

export type Tokens = {
  readonly items: ReadonlyArray<TokenFacts>
}

export type Undo = {
  readonly change?: number | string
  readonly batch?: string
  readonly preview?: boolean
}

export type Undone = {
  readonly conflicts: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly done: number
}

export type Unread = {
  readonly unread: number
}

export type VerbCall = {
  readonly id: string
  readonly [name: string]: unknown
}

export type View = {
  readonly id: string
  readonly name: string
  readonly kind: 'list' | 'board' | 'calendar' | 'split' | 'map'
  readonly object: string
  readonly query: Readonly<Record<string, unknown>>
  readonly columns: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly group?: string | null
  readonly settings?: Readonly<Record<string, unknown>>
  readonly sharing?: 'private' | 'shared'
  readonly pinned?: boolean
  readonly start?: boolean
  readonly standard?: boolean
  readonly owner?: Link | null
}

export type Views = {
  readonly items: ReadonlyArray<View>
}

export type Why = Readonly<Record<string, unknown>>

export type Workspace = {
  readonly name: string
  readonly slug: string
  readonly base_currency: string
  readonly locale: string
  readonly timezone: string
  readonly fiscal_start: number
  readonly samples?: boolean
}

export type WorkspaceChange = {
  readonly name?: string
  readonly locale?: 'en' | 'zh-CN'
  readonly timezone?: string
  readonly fiscal_start?: number
  readonly base_currency?: string
}

export type Worn = {
  readonly lens: string | null
}
