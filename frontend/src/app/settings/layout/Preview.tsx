/** The record page as it will be, with the record that was changed last. */

import { useQuery } from '@tanstack/react-query'
import { Card, ErrorState, FormSkeleton } from '@/design'
import { FieldValue } from '@/engine/fields/FieldValue'
import { Details } from '@/engine/record/Details'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { titleOf } from '@/platform/meta'
import type { Page, Rec } from '@/platform/types'
import type { ArrangeProps } from './Canvas'
import classes from './layout.module.css'
import { sectionsOf } from './model'

const NONE: Rec = { id: '', version: 0 }

export function Preview({ object, draft }: Omit<ArrangeProps, 'onChange'>) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.list(object.name, 'layout-preview'),
    queryFn: async ({ signal }) => {
      const query = { limit: 1, fields: ['id'], sort: [{ by: 'updated_at', desc: true }] }
      const [first] = (await api.post<Page<Rec>>(`/query/${object.name}`, query, { signal })).items
      return first ? api.get<Rec>(`/records/${object.name}/${first.id}`, { signal }) : NONE
    },
  })
  if (isPending) return <FormSkeleton />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} inline />
  const arranged = { ...object, layout: { highlights: draft.highlights, sections: sectionsOf(draft) } }
  const highlights = draft.highlights.flatMap((name) => object.fields.find((field) => field.name === name) ?? [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to
    <aside className={classes.preview} aria-label={t('layout.preview')} tabIndex={0}>
      <p className={classes.previewTitle}>{t('layout.preview')}</p>
      <div inert className={classes.previewBody}>
        <Card title={data.id ? titleOf(object, data) : object.label}>
          <dl className={classes.figures}>
            {highlights.map((field) => (
              <div key={field.name}>
                <dt>{field.label}</dt>
                <dd>
                  <FieldValue field={field} value={data[field.name]} empty="–" />
                </dd>
              </div>
            ))}
          </dl>
        </Card>
        <Details object={arranged} rec={data} />
      </div>
    </aside>
  )
}
