/** What can be set about a field of each kind, as data: the form of the field sheet follows from it. */

import {
  IconAt,
  IconBraces,
  IconCalculator,
  IconCalendar,
  IconClock,
  IconCoin,
  IconCurrencyDollar,
  IconFile,
  IconFileText,
  IconHash,
  IconHierarchy2,
  IconLetterT,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconMapPin,
  IconMapPin2,
  IconPercentage,
  IconPhone,
  IconPhoto,
  IconSum,
  IconTags,
  IconTextSize,
  IconToggleLeft,
  IconUser,
  IconWorld,
} from '@tabler/icons-react'
import type { FieldKind } from '@/platform/types'

export type Part = 'max' | 'decimals' | 'options' | 'target' | 'format' | 'formula' | 'rollup' | 'file'
export type Flag = 'required' | 'unique' | 'searchable' | 'indexed'
export type DefaultInput = 'text' | 'number' | 'checkbox' | 'choice' | 'none'

export interface KindForm {
  readonly group: 'text' | 'number' | 'time' | 'choice' | 'link' | 'place' | 'file' | 'computed'
  readonly icon: typeof IconAt
  readonly parts: readonly Part[]
  readonly flags: readonly Flag[]
  readonly initial: DefaultInput
}

const ALL: readonly Flag[] = ['required', 'unique', 'searchable', 'indexed']
const TEXTS: readonly Flag[] = ['required', 'searchable']
const VALUES: readonly Flag[] = ['required', 'unique', 'indexed']
const LINKS: readonly Flag[] = ['required', 'indexed']

export const KIND_FORMS = {
  text: { group: 'text', icon: IconLetterT, parts: ['max'], flags: ALL, initial: 'text' },
  long_text: { group: 'text', icon: IconTextSize, parts: [], flags: TEXTS, initial: 'text' },
  rich_text: { group: 'text', icon: IconFileText, parts: [], flags: TEXTS, initial: 'none' },
  email: { group: 'text', icon: IconAt, parts: [], flags: ALL, initial: 'text' },
  phone: { group: 'text', icon: IconPhone, parts: [], flags: ALL, initial: 'text' },
  url: { group: 'text', icon: IconWorld, parts: [], flags: ALL, initial: 'text' },
  integer: { group: 'number', icon: IconHash, parts: [], flags: VALUES, initial: 'number' },
  number: { group: 'number', icon: IconListNumbers, parts: ['decimals'], flags: VALUES, initial: 'number' },
  percent: { group: 'number', icon: IconPercentage, parts: ['decimals'], flags: LINKS, initial: 'number' },
  money: { group: 'number', icon: IconCurrencyDollar, parts: ['decimals'], flags: LINKS, initial: 'none' },
  auto_number: { group: 'number', icon: IconCoin, parts: ['format'], flags: ['searchable', 'unique'], initial: 'none' },
  date: { group: 'time', icon: IconCalendar, parts: [], flags: LINKS, initial: 'none' },
  datetime: { group: 'time', icon: IconClock, parts: [], flags: LINKS, initial: 'none' },
  checkbox: { group: 'choice', icon: IconToggleLeft, parts: [], flags: ['indexed'], initial: 'checkbox' },
  choice: { group: 'choice', icon: IconList, parts: ['options'], flags: LINKS, initial: 'choice' },
  multi_choice: { group: 'choice', icon: IconListCheck, parts: ['options'], flags: ['required'], initial: 'none' },
  tags: { group: 'choice', icon: IconTags, parts: [], flags: ['searchable'], initial: 'none' },
  link: { group: 'link', icon: IconLink, parts: ['target'], flags: LINKS, initial: 'none' },
  links: { group: 'link', icon: IconLink, parts: ['target'], flags: [], initial: 'none' },
  parent: { group: 'link', icon: IconHierarchy2, parts: ['target'], flags: LINKS, initial: 'none' },
  user: { group: 'link', icon: IconUser, parts: [], flags: LINKS, initial: 'none' },
  address: { group: 'place', icon: IconMapPin, parts: [], flags: ['required'], initial: 'none' },
  place: { group: 'place', icon: IconMapPin2, parts: [], flags: ['required'], initial: 'none' },
  file: { group: 'file', icon: IconFile, parts: ['file'], flags: ['required'], initial: 'none' },
  image: { group: 'file', icon: IconPhoto, parts: ['file'], flags: ['required'], initial: 'none' },
  formula: { group: 'computed', icon: IconCalculator, parts: ['formula'], flags: [], initial: 'none' },
  rollup: { group: 'computed', icon: IconSum, parts: ['rollup'], flags: [], initial: 'none' },
  json: { group: 'computed', icon: IconBraces, parts: [], flags: [], initial: 'none' },
} as const satisfies Record<FieldKind, KindForm>

export const KIND_GROUPS = ['text', 'number', 'time', 'choice', 'link', 'place', 'file', 'computed'] as const

/** Kinds that another kind can be turned into; the server says which pairs fit. */
export const STORED_KINDS: readonly FieldKind[] = (Object.keys(KIND_FORMS) as FieldKind[]).filter(
  (kind) => KIND_FORMS[kind].group !== 'computed' && kind !== 'auto_number',
)

/** Kinds that a formula or a roll-up may result in. */
export const RESULT_KINDS: readonly FieldKind[] = [
  'number',
  'integer',
  'percent',
  'money',
  'text',
  'date',
  'datetime',
  'checkbox',
]
