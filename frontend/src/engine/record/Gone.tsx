/** Says that a record is in the bin, and takes it out again. */

import { Banner, Button, toast } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { touchLists } from '../data/list'
import { restoreRecord } from '../data/save'

export function Gone({ object, id }: { object: ObjectMeta; id: string }) {
  const restore = (): void => {
    restoreRecord(object, id).then(
      () => touchLists(object.name),
      (error: unknown) => toast({ text: problemText(error), tone: 'danger' }),
    )
  }
  return (
    <Banner
      tone="warn"
      action={
        object.rights.delete ? (
          <Button size="sm" onClick={restore}>
            {t('action.restore')}
          </Button>
        ) : undefined
      }
    >
      {t('engine.record.gone', { object: object.label })}
    </Banner>
  )
}
