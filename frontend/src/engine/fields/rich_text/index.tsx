/** Formatted text; the editor is loaded when somebody starts to write. */

import { lazy } from 'react'
import { TextFilter } from '../lazily'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'
import { plainText } from './html'
import { RichView } from './RichView'

const RichInput = lazy(() => import('./RichInput').then((file) => ({ default: file.RichInput })))

export const richText = fieldUi<string>({
  Cell: ({ value, wide }) => (wide ? <RichView html={value} /> : <TextCell text={plainText(value)} />),
  Input: RichInput,
  Filter: TextFilter,
  inline: 'open',
  width: 260,
  text: plainText,
})
