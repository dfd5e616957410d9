/** Takes a mail signature, a business card or a line from a chat apart into facts about a person and a company. Pure. */

import type { AddressValue } from '@/platform/types'
import { countryOf, looksLikeAddress, readAddress } from './address'
import { COMPANY, COURTESY, DEPARTMENT, DOUBLE_FAMILIES, FAMILIES, LABEL_SHAPES, type Label, TITLE } from './words'

export interface Card {
  readonly name?: string
  /** The same name in another script. */
  readonly alias?: string
  readonly title?: string
  readonly department?: string
  readonly company?: string
  readonly mobile?: string
  readonly phone?: string
  readonly email?: string
  readonly url?: string
  readonly wechat?: string
  readonly address?: AddressValue
}

export function parseCard(raw: string): Card {
  const found: Draft = { address: [] }
  const rest = piecesOf(raw).filter((piece) => !takeContact(piece, found))
  takeWords(rest, found)
  return settle(found)
}

/** How many facts there are: two make it worth asking. */
export const factsIn = (card: Card): number => Object.keys(card).length

type Draft = { -readonly [Part in Exclude<keyof Card, 'address'>]?: Card[Part] | undefined } & { address: string[] }

const MAIL = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/
const WEB =
  /(?:https?:\/\/[^\s,;，；]+|www\.[^\s,;，；]+|(?<![@\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|de|cn|co|eu|fr|uk|us|ch|at|nl|it|es|jp|hk|sg|tech|ai|dev|app|example)(?:\.[a-z]{2})?(?:\/[^\s,;，；]*)?(?![\w@]))/i
const PHONE = /(?:\+|00)?\(?\d[\d\s().\-–/]{5,20}\d(?:\s*(?:ext\.?|x|转|分机)\s*\d{1,6})?/i

/** Full-width signs become plain ones; lines and what stands beside each other on a line become pieces. */
function piecesOf(raw: string): readonly string[] {
  return raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/<(?:mailto:)?([^>\s]+)>/gi, ' $1 ')
    .split(/\r?\n|\s+[|•·/]\s+|\s*[|•｜]\s*|\t| {3,}|[;；]\s*(?=\D)/)
    .map((piece) => piece.replace(/^[\s>*\-–—·]+(?=\S)/, '').trim())
    .filter((piece) => piece && !COURTESY.test(piece))
}

/** Mail, web, phone and what is labelled; says whether nothing is left of the piece. */
function takeContact(piece: string, found: Draft): boolean {
  const label = labelOf(piece)
  const text = (label ? piece.replace(label[1], '') : piece).trim()
  if (label && !['mobile', 'phone', 'fax', 'email', 'url'].includes(label[0]))
    return takeLabelled(label[0], text, found)
  let left = text
  const mail = MAIL.exec(left)
  if (mail) {
    found.email ??= mail[0].replace(/\.$/, '')
    left = cut(left, mail[0])
  }
  const web = WEB.exec(left)
  if (web && !/^\d/.test(web[0])) {
    found.url ??= withScheme(web[0])
    left = cut(left, web[0])
  }
  left = takePhones(label?.[0], left, found)
  if (left === text) return false
  left = left.replace(/^[\s,;:：()/\-–]+|[\s,;:：()/\-–]+$/g, '')
  const words = left.length > 1 && !labelOf(`${left}:`)
  return words ? takeContact(left, found) || keep(left, found) : true
}

/** What stood on one line with a number or an address: a name, a title or an address. */
function keep(left: string, found: Draft): boolean {
  takeWords([left], found)
  return true
}

const cut = (text: string, part: string): string => text.replace(part, ' ').trim()

function labelOf(piece: string): readonly [Label, RegExp] | undefined {
  return LABEL_SHAPES.find(([, shape]) => shape.test(piece))
}

function takeLabelled(label: Label, text: string, found: Draft): boolean {
  if (!text) return true
  if (label === 'address') found.address.push(text)
  else if (label === 'name') takeName(text, found)
  else if (label === 'wechat' && PHONE.test(text) && !found.mobile) {
    found.wechat ??= text
    found.mobile = tidyPhone(text)
  } else if (label !== 'fax') found[label] ??= text
  return true
}

/** Every number of a piece; one that a label calls a fax is passed over. */
function takePhones(first: Label | undefined, text: string, found: Draft): string {
  let label = first
  let left = text
  for (;;) {
    const match = PHONE.exec(left)
    if (!match || !isPhone(match[0], left, label)) return left
    const before = left.slice(0, match.index)
    const near = [...LABEL_SHAPES].find(
      ([name, shape]) =>
        NUMBERED.has(name) &&
        shape.test(
          before
            .trim()
            .split(/[\s,]+/)
            .at(-1)
            ?.concat(' +1') ?? '',
        ),
    )
    const kind = near?.[0] ?? label ?? 'phone'
    if (kind !== 'fax') {
      const mobile = kind === 'mobile' || (kind === 'phone' && isChineseMobile(match[0]) && !found.mobile)
      found[mobile ? 'mobile' : 'phone'] ??= tidyPhone(match[0])
    }
    left = `${near ? before.replace(/\S+\s*$/, '') : before} ${left.slice(match.index + match[0].length)}`.trim()
    label = undefined
  }
}

const NUMBERED: ReadonlySet<Label> = new Set(['mobile', 'phone', 'fax'])
const isChineseMobile = (text: string): boolean => /^(?:(?:\+|00)?86)?1[3-9]\d{9}$/.test(text.replace(/[\s()-]/g, ''))

/** A number on its own must look dialled: an account number or a date does not, a labelled one does. */
function isPhone(text: string, piece: string, label: Label | undefined): boolean {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 18) return false
  if (label && NUMBERED.has(label)) return true
  if (/^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/.test(text.trim())) return false
  if (/^(?:\+|00)/.test(text.trim()) || isChineseMobile(text)) return true
  return /^[(\d][\d\s().\-–/]+$/.test(piece.trim()) || /^0\d{2,3}[-\s]\d{7,8}/.test(text.trim())
}

function tidyPhone(text: string): string {
  return text
    .replace(/^00/, '+')
    .replace(/\(0\)/g, '')
    .replace(/[\s\u2013]+/g, ' ')
    .trim()
}

const withScheme = (url: string): string => (/^https?:/i.test(url) ? url : `https://${url}`).replace(/[.)]$/, '')

/** Pieces without a number to call or write to: who, what, where, in the order in which cards are written. */
function takeWords(pieces: readonly string[], found: Draft): void {
  for (const piece of pieces) {
    if (countryOf(piece)) {
      if (found.address.length > 0) found.address.push(piece)
    } else if (looksLikeAddress(piece) && !isCompany(piece)) found.address.push(piece)
    else if (isCompany(piece)) found.company ??= piece
    else if (DEPARTMENT.test(piece)) found.department ??= piece
    else if (!takeName(piece, found)) takeRest(piece, found)
  }
}

function isCompany(piece: string): boolean {
  return (
    COMPANY.test(piece) &&
    !(TITLE.test(piece) && /,| at |@/.test(piece)) &&
    piece.length <= 80 &&
    !/[,，].*\d/.test(piece)
  )
}

function takeRest(piece: string, found: Draft): void {
  const parts = piece.split(/\s*[,，@]\s*|\s+(?:at|bei|chez)\s+|\s[-–—]\s/).filter(Boolean)
  if (parts.length > 1 && parts.length <= 4) takeWords(parts, found)
  else if (TITLE.test(piece) && piece.length <= 60) found.title ??= piece
  else if (found.address.length > 0 && /^\p{Lu}[\p{L} .'-]{1,30}$/u.test(piece)) found.address.push(piece)
}

const LATIN_NAME =
  /^((?:\p{Lu}[\p{L}'’-]*\.?|von|van|de|der|den|da|di|la|le|bin|al)(?:\s+(?:\p{Lu}[\p{L}'’-]*\.?|von|van|de|der|den|da|di|la|le|bin|al)){1,4})$/u

const HONORIFIC = /^(?:(?:mr|mrs|ms|dr|prof|dipl\.-ing|ing|herr|frau)\.?\s+)+/i

/** A name, perhaps in two scripts, perhaps with the title behind it. */
function takeName(piece: string, found: Draft): boolean {
  if (found.name || /\d/.test(piece)) return false
  const han = /^([\p{Script=Han}·]{2,8})(?:\s*(先生|女士|小姐|老师))?(?:\s*[,，(（]?\s*(.*?)[)）]?)?$/u.exec(piece)
  if (han?.[1]) return takeHan(han[1], han[3] ?? '', found)
  const latin = LATIN_NAME.exec(piece.replace(HONORIFIC, ''))
  if (latin?.[1] && !TITLE.test(piece)) {
    found.name = latin[1]
    return true
  }
  const both = /^(.*?)\s*[(（]?\s*([\p{Script=Han}]{2,4})[)）]?$/u.exec(piece)
  if (both?.[1] && both[2] && isHanName(both[2]) && LATIN_NAME.test(both[1])) {
    found.name = both[2]
    found.alias = both[1]
    return true
  }
  return false
}

function takeHan(word: string, behind: string, found: Draft): boolean {
  const glued = TITLE.exec(word)
  const name = isHanName(word) ? word : glued ? nameBeforeTitle(word) : undefined
  if (!name) return false
  found.name = name
  if (name !== word) found.title ??= word.slice(name.length)
  if (behind && LATIN_NAME.test(behind) && !TITLE.test(behind)) found.alias = behind
  else if (/^[A-Z][a-z]+$/.test(behind)) found.alias = behind
  else if (behind) takeWords(behind.split(/\s+(?=[\p{Script=Han}])/u), found)
  return true
}

/** "王小明经理": the longest start that is a name, but not one that takes the first sign of "总经理" with it. */
function nameBeforeTitle(word: string): string | undefined {
  return [4, 3, 2]
    .map((length) => word.slice(0, length))
    .find((start) => isHanName(start) && !/[总副主首高]$/.test(start) && TITLE.test(word.slice(start.length)))
}

function isHanName(word: string): boolean {
  if (TITLE.test(word) || COMPANY.test(word) || DEPARTMENT.test(word)) return false
  if (DOUBLE_FAMILIES.some((family) => word.startsWith(family))) return word.length === 3 || word.length === 4
  return (word.length === 2 || word.length === 3) && FAMILIES.has(word[0] ?? '')
}

function settle({ address, ...facts }: Draft): Card {
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as Card
  return address.length > 0 ? { ...known, address: readAddress(address) } : known
}
