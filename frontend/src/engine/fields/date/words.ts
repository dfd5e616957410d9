/** The words for days that both languages have; which of them means what. Data. */

/** Words that stand for a day by themselves, as days from today. */
export const WORDS: Readonly<Record<string, number>> = {
  today: 0,
  now: 0,
  tod: 0,
  今天: 0,
  今日: 0,
  tomorrow: 1,
  tmr: 1,
  tom: 1,
  明天: 1,
  明日: 1,
  'day after tomorrow': 2,
  后天: 2,
  大后天: 3,
  yesterday: -1,
  昨天: -1,
  前天: -2,
  大前天: -3,
}

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const ENGLISH = [
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
]
const CHINESE = ['一', '二', '三', '四', '五', '六', '日天']

/** Names of weekdays; Monday is 0, as in both languages' working weeks. */
export const WEEKDAYS: Readonly<Record<string, number>> = Object.fromEntries([
  ...ENGLISH.flatMap((names, index) => names.map((name) => [name, index] as const)),
  ...CHINESE.flatMap((signs, index) =>
    [...signs].flatMap((sign) => ['周', '星期', '礼拜'].map((week) => [`${week}${sign}`, index] as const)),
  ),
])
