/** Tells that the filter speaks of fields that are not there, and offers to go on without them. */

import { IconFilterOff } from '@tabler/icons-react'
import { Button, EmptyState } from '@/design'
import { t } from '@/platform/i18n'
import type { Group } from '../query/tree'
import { withoutFields } from './lost'

interface LostFieldsProps {
  readonly names: readonly string[]
  readonly tree: Group
  readonly onTree: (tree: Group) => void
}

export function LostFields({ names, tree, onTree }: LostFieldsProps) {
  return (
    <EmptyState
      icon={<IconFilterOff size={28} />}
      title={t('engine.filter.lost')}
      body={t('engine.filter.lost_body', { fields: names.join(t('engine.filter.comma')) })}
      action={
        <Button variant="primary" onClick={() => onTree(withoutFields(tree, names))}>
          {t('engine.filter.lost_drop')}
        </Button>
      }
    />
  )
}
