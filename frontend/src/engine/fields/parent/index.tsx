/** The record this one belongs to and disappears with. */

import { link } from '../link'
import { fieldUi } from '../types'

export const parent = fieldUi({ ...link })
