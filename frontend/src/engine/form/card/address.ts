/** Takes a written address apart: street, postcode, city, region, country. Pure. */

import type { AddressValue } from '@/platform/types'

const COUNTRIES: readonly (readonly [string, RegExp])[] = [
  ['CN', /^(?:p\.?\s?r\.?\s?)?china$|^中国$|^中华人民共和国$/i],
  ['HK', /^hong kong(?: sar)?$|^中?国?香港$/i],
  ['TW', /^taiwan$|^中?国?台湾$/i],
  ['SG', /^singapore$|^新加坡$/i],
  ['JP', /^japan$|^日本$/i],
  ['DE', /^germany$|^deutschland$|^德国$/i],
  ['AT', /^austria$|^österreich$|^奥地利$/i],
  ['CH', /^switzerland$|^schweiz$|^suisse$|^瑞士$/i],
  ['FR', /^france$|^法国$/i],
  ['IT', /^italy$|^italia$|^意大利$/i],
  ['ES', /^spain$|^españa$|^西班牙$/i],
  ['NL', /^(?:the )?netherlands$|^nederland$|^荷兰$/i],
  ['BE', /^belgium$|^belgique$|^belgië$|^比利时$/i],
  ['SE', /^sweden$|^sverige$|^瑞典$/i],
  ['DK', /^denmark$|^danmark$|^丹麦$/i],
  ['PL', /^poland$|^polska$|^波兰$/i],
  ['GB', /^(?:u\.?k\.?|united kingdom|great britain|england|scotland|wales)$|^英国$/i],
  ['IE', /^ireland$|^爱尔兰$/i],
  ['US', /^(?:u\.?s\.?a?\.?|united states(?: of america)?)$|^美国$/i],
  ['CA', /^canada$|^加拿大$/i],
  ['AU', /^australia$|^澳大利亚$/i],
  ['IN', /^india$|^印度$/i],
]

const STREET =
  /\b(?:street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|square|sq|way|court|ct|place|plaza|highway|hwy|floor|suite|building|p\.?\s?o\.?\s?box|quay|rue|via|calle|allee|platz|weg|gasse|ring|ufer|damm)\b\.?|(?:straße|strasse|str\.|platz|weg|allee|gasse|damm|ufer|laan|straat|gatan|vej)\s*\d|[省市区县镇乡村路街道巷弄号楼层室座园]/i
const CN_ADDRESS = /(?:[省市区县].*(?:[路街道巷弄镇]|号)|[路街道巷弄].*\d+\s*号)/
const POSTAL_CITY = /^(?:([A-Z]{1,2})-)?(\d{4,5}|\d{4}\s?[A-Z]{2}|\d{2}-\d{3}|\d{3}\s\d{2})\s+(\p{L}[\p{L}\s.'’()-]+)$/u
const US_TAIL = /^([A-Z]{2})\s+(\d{5}(?:-\d{4})?)$/
const CA_TAIL = /^([A-Z]{2})\s+([A-Z]\d[A-Z]\s?\d[A-Z]\d)$/
const GB_TAIL = /^(.*?)\s*\b([A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})$/
const CITY_POSTAL = /^(\p{L}[\p{L}\s.'’-]+?)\s+(\d{4,6})$/u

/** Whether a line reads like a part of an address. */
export function looksLikeAddress(text: string): boolean {
  if (CN_ADDRESS.test(text)) return true
  const last = text.split(',').at(-1)?.trim() ?? ''
  if (POSTAL_CITY.test(last) || POSTAL_CITY.test(text) || US_TAIL.test(last) || CA_TAIL.test(last)) return true
  if (GB_TAIL.test(text) && /\d/.test(text)) return true
  return STREET.test(text) && /\d/.test(text)
}

/** A country's name alone on a line: it belongs to the address above it. */
export const countryOf = (text: string): string | undefined =>
  COUNTRIES.find(([, shape]) => shape.test(text.trim().replace(/\.$/, '')))?.[0]

export function readAddress(lines: readonly string[]): AddressValue {
  const text = lines.join(', ').trim()
  return CN_ADDRESS.test(text) ? chinese(text) : western(text)
}

const CN_CITIES = '北京|上海|天津|重庆'

function chinese(text: string): AddressValue {
  const postal = /(?:邮编|邮政编码)?[:：]?\s*(?<!\d)(\d{6})(?!\d)/.exec(text)
  const bare = (postal ? text.replace(postal[0], '') : text)
    .replace(/^中国[,，\s]*/, '')
    .replace(/[,，;；()（）\s]+/g, (gap) => (/\S/.test(gap) ? '' : ' '))
    .trim()
  const parts = new RegExp(
    `^(?:(${CN_CITIES})市?|(.{2,7}?(?:省|自治区))?\\s*(.{2,9}?(?:市|自治州|地区|盟)))?\\s*(.*)$`,
    'u',
  ).exec(bare)
  const own = parts?.[1]
  const city = own ? `${own}市` : parts?.[3]
  return clean({ street: parts?.[4] ?? bare, city, region: parts?.[2], postal: postal?.[1], country: 'CN' })
}

function western(text: string): AddressValue {
  const parts = text.split(/\s*[,;]\s*/).filter(Boolean)
  const country = parts.length > 1 ? countryOf(parts.at(-1) ?? '') : undefined
  if (country) parts.pop()
  const found: { city?: string; region?: string; postal?: string; country?: string } = country ? { country } : {}
  const at = parts.findLastIndex((part) => takeTail(part, found))
  const rest = at < 0 ? parts : parts.toSpliced(at, 1)
  // "Springfield, IL 62701": the city stands alone before the state and the postcode.
  if (at > 0 && !found.city && rest.length > 1) found.city = rest.splice(at - 1, 1)[0] ?? ''
  else if (at > 0 && !found.city && found.region) found.city = rest.splice(at - 1, 1)[0] ?? ''
  return clean({ ...found, street: rest.join(', ') })
}

/** Reads postcode and town from one part of an address; says whether they were there. */
function takeTail(part: string, found: { city?: string; region?: string; postal?: string; country?: string }): boolean {
  const us = US_TAIL.exec(part) ?? CA_TAIL.exec(part)
  if (us) {
    found.region = us[1] ?? ''
    found.postal = us[2] ?? ''
    found.country ??= CA_TAIL.test(part) ? 'CA' : 'US'
    return true
  }
  const gb = GB_TAIL.exec(part)
  if (gb) {
    if (gb[1]) found.city = gb[1]
    found.postal = gb[2] ?? ''
    found.country ??= 'GB'
    return true
  }
  const own = POSTAL_CITY.exec(part)
  if (own) {
    const prefix = own[1] === 'D' ? 'DE' : own[1] === 'F' ? 'FR' : own[1] === 'A' ? 'AT' : own[1]
    if (prefix?.length === 2) found.country ??= prefix
    found.postal = own[2] ?? ''
    found.city = own[3] ?? ''
    return true
  }
  const other = CITY_POSTAL.exec(part)
  if (!other) return false
  found.city = other[1] ?? ''
  found.postal = other[2] ?? ''
  return true
}

type Parts = { readonly [Part in keyof AddressValue]: string | null | undefined }

function clean(parts: Parts): AddressValue {
  const kept = Object.entries(parts).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))
  return Object.fromEntries(kept) as AddressValue
}
