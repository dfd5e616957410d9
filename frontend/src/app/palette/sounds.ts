/** Chinese names as they are typed with letters: 工作区 is found by gongzuoqu and by gzq. */

import { useQuery } from '@tanstack/react-query'
import { useLocale } from '@/platform/i18n'

export type Syllables = Readonly<Record<string, string>>

const NONE: Syllables = {}

/** The syllables of our own words, loaded for those who read Chinese. */
export function useSyllables(): Syllables {
  const chinese = useLocale() === 'zh-CN'
  const { data } = useQuery({
    queryKey: ['syllables'],
    queryFn: async () => (await import('virtual:syllables')).syllables,
    enabled: chinese,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return (chinese && data) || NONE
}

/** A name in full and by initials, two words; empty for a name without a Chinese word that we know. */
export function soundOf(name: string, syllables: Syllables): string {
  const letters = [...name.toLocaleLowerCase()]
  if (!letters.some((letter) => syllables[letter])) return ''
  const typed = letters.map((letter) => syllables[letter] ?? letter).filter((part) => /^[a-z0-9]+$/.test(part))
  return `${typed.join('')} ${typed.map((part) => part[0]).join('')}`
}
