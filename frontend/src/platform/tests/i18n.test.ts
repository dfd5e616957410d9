/** Texts find their plural form, their parameters and their language. */

import { afterEach, expect, test } from 'vitest'
import { hasMessage, nearestLocale, setLocale, t } from '../i18n'

afterEach(() => setLocale('en'))

test('a count chooses the plural form', async () => {
  expect(t('tokens.days', { count: 1 })).toBe('1 day')
  expect(t('tokens.days', { count: 30 })).toBe('30 days')
  await setLocale('zh-CN')
  expect(t('tokens.days', { count: 1 })).toBe('1 天')
})

test('numbers in texts are written as the language writes them', () => {
  expect(t('tokens.days', { count: 1500 })).toBe('1,500 days')
})

test('a parameter that is not given stays visible', () => {
  expect(t('signIn.leadOf', {})).toContain('{name}')
})

test('a missing key shows itself', () => {
  expect(t('no.such.key')).toBe('no.such.key')
  expect(hasMessage('no.such.key')).toBe(false)
  expect(hasMessage('tokens.days')).toBe(true)
})

test('the page says which language it is in', async () => {
  await setLocale('zh-CN')
  expect(document.documentElement.lang).toBe('zh-CN')
})

test('every kind of Chinese gets Chinese, everything else English', () => {
  expect(nearestLocale('zh-TW')).toBe('zh-CN')
  expect(nearestLocale('de')).toBe('en')
  expect(nearestLocale(null)).toBe('en')
})
