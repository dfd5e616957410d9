/** The calendar field of the desk, with the days people mean most often one click away. */

import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.css'
import 'dayjs/locale/zh-cn'
import { formatDate, today } from '@/platform/format'
import { t, useLocale } from '@/platform/i18n'
import { addDays, typedDay } from './typed'

interface DayFieldProps {
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly onPick?: (day: string | null) => void
  readonly opened?: boolean | undefined
  readonly id?: string | undefined
  readonly error?: boolean
  readonly size?: 'sm'
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string | undefined
}

export function DayField({ value, onChange, onPick, opened, ...rest }: DayFieldProps) {
  const chinese = useLocale() === 'zh-CN'
  const now = today()
  return (
    <DateInput
      {...rest}
      value={value}
      locale={chinese ? 'zh-cn' : 'en'}
      firstDayOfWeek={1}
      valueFormat={formatDate}
      dateParser={(text) => typedDay(text, now)}
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      placeholder={t('engine.date.placeholder')}
      popoverProps={{ withinPortal: true, ...(opened ? { defaultOpened: true } : {}) }}
      presets={[
        { value: now, label: t('engine.date.today') },
        { value: addDays(now, 1), label: t('engine.date.tomorrow') },
        { value: addDays(now, 7), label: t('engine.date.week') },
        { value: addDays(now, 30), label: t('engine.date.month') },
      ]}
      onChange={(day) => {
        onChange(day)
        onPick?.(day)
      }}
    />
  )
}
