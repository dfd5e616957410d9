/** Every kind of field there is, by name: a kind that the server knows and this table lacks is a type error. */

import type { FieldKind, FieldMeta } from '@/platform/types'
import { address } from './address'
import { autoNumber } from './auto_number'
import { checkbox } from './checkbox'
import { choice } from './choice'
import { date } from './date'
import { datetime } from './datetime'
import { email } from './email'
import { file } from './file'
import { formula } from './formula'
import { image } from './image'
import { integer } from './integer'
import { json } from './json'
import { link } from './link'
import { links } from './links'
import { longText } from './long_text'
import { money } from './money'
import { multiChoice } from './multi_choice'
import { number } from './number'
import { parent } from './parent'
import { percent } from './percent'
import { phone } from './phone'
import { place } from './place'
import { richText } from './rich_text'
import { rollup } from './rollup'
import { tags } from './tags'
import { text } from './text'
import type { AnyFieldUi } from './types'
import { url } from './url'
import { user } from './user'

export const fieldUis = {
  address,
  auto_number: autoNumber,
  checkbox,
  choice,
  date,
  datetime,
  email,
  file,
  formula,
  image,
  integer,
  json,
  link,
  links,
  long_text: longText,
  money,
  multi_choice: multiChoice,
  number,
  parent,
  percent,
  phone,
  place,
  rich_text: richText,
  rollup,
  tags,
  text,
  url,
  user,
} satisfies Record<FieldKind, AnyFieldUi>

export const uiOf = (field: FieldMeta): AnyFieldUi => fieldUis[field.kind]
