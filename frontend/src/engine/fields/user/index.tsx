/** A colleague; filters know "me" and "my team". */

import { link } from '../link'
import { fieldUi } from '../types'

export const user = fieldUi({ ...link, width: 160 })
