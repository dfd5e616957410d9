/** Names a view and says who sees it. */

import { useState } from 'react'
import { Button, Dialog, SegmentedControl, Switch, TextInput } from '@/design'
import { t } from '@/platform/i18n'
import type { View } from '@/platform/types'
import { isComposing } from '../parts/keys'
import classes from './list.module.css'
import type { ViewFacts } from './ViewActions'
import { viewName } from './ViewBar'

interface ViewDialogProps {
  readonly view: View | undefined
  readonly suggestion: string
  readonly onClose: () => void
  readonly onSave: (facts: ViewFacts) => Promise<void>
}

export function ViewDialog({ view, suggestion, onClose, onSave }: ViewDialogProps) {
  const [name, setName] = useState(view ? viewName(view) : suggestion)
  const [sharing, setSharing] = useState<View['sharing']>(view?.sharing ?? 'private')
  const [pinned, setPinned] = useState(view?.pinned ?? false)
  const [busy, setBusy] = useState(false)
  const save = (): void => {
    if (!name.trim()) return
    setBusy(true)
    onSave({ name: name.trim(), sharing, pinned })
      .catch(() => undefined)
      .finally(() => setBusy(false))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(view ? 'engine.views.edit' : 'engine.views.save_as')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button variant="primary" loading={busy} disabled={!name.trim()} onClick={save}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        <TextInput
          data-autofocus
          label={t('engine.views.name')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) save()
          }}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('engine.views.sharing')}
          value={sharing}
          onChange={(next) => setSharing(next === 'shared' ? 'shared' : 'private')}
          data={[
            { value: 'private', label: t('engine.views.only_me') },
            { value: 'shared', label: t('engine.views.everyone') },
          ]}
        />
        <Switch
          label={t('engine.views.pin')}
          checked={pinned}
          onChange={(event) => setPinned(event.currentTarget.checked)}
        />
      </div>
    </Dialog>
  )
}
