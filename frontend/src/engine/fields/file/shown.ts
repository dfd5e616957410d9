/** What can be looked at without leaving the page. SVG is not: it may hold more than a picture. */

import type { FileValue } from '@/platform/types'

const MOST_TEXT = 1_000_000
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

export const isPicture = ({ type }: FileValue): boolean => PICTURES.has(type)
export const isText = ({ type, size }: FileValue): boolean =>
  size <= MOST_TEXT && (type.startsWith('text/') || type === 'application/json') && type !== 'text/html'
export const isShown = (file: FileValue): boolean => isPicture(file) || isText(file)
