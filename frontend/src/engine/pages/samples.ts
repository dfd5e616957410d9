/** A field and a value of each kind, for the gallery. */

import type { FieldKind, FieldMeta } from '@/platform/types'

interface Sample {
  readonly field?: Partial<FieldMeta>
  readonly value: unknown
}

const options = [
  { key: 'a', label: 'Alpha', color: 'blue' },
  { key: 'b', label: '乙', color: 'green' },
  { key: 'c', label: 'Gamma', color: 'amber' },
]
const link = { id: '00000000-0000-0000-0000-000000000000', label: '王小明' }
const file = { id: '0', name: 'offer.pdf', size: 123_456, type: 'application/pdf' }

const SAMPLES: Readonly<Record<FieldKind, Sample>> = {
  text: { value: 'Anna Berg' },
  long_text: { value: 'Two lines\nof text.' },
  rich_text: { value: '<p>Some <strong>bold</strong> words and a <a href="https://example.com">link</a>.</p>' },
  integer: { value: 1234 },
  number: { value: 12.5, field: { config: { decimals: 2 } } },
  percent: { value: 35 },
  money: { value: { amount: 12_500, currency: 'CNY', base: 1600 } },
  date: { value: '2026-11-22' },
  datetime: { value: '2026-11-22T10:00:00+00:00' },
  checkbox: { value: true },
  choice: { value: 'a', field: { options } },
  multi_choice: { value: ['a', 'b'], field: { options } },
  link: { value: link, field: { to: 'user' } },
  links: { value: [link], field: { to: 'user' } },
  parent: { value: link, field: { to: 'user' } },
  email: { value: 'anna@example.com' },
  phone: { value: '+8613800138000' },
  url: { value: 'https://example.com/about' },
  address: { value: { street: '长安街 1 号', city: '北京', postal: '100000', country: 'CN' } },
  place: { value: { lat: 39.9042, lng: 116.4074 } },
  auto_number: { value: 'D-00042' },
  formula: { value: 12.5, field: { config: { result: 'percent' } } },
  rollup: { value: { amount: 99, currency: 'EUR' }, field: { config: { result: 'money' } } },
  file: { value: file },
  image: { value: null },
  user: { value: link, field: { to: 'user' } },
  tags: { value: ['vip', '老客户'] },
  json: { value: { any: ['thing', 1] } },
}

export const sample = (kind: FieldKind): Sample => SAMPLES[kind]
