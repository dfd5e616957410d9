/** The sheet in which a record is made: what matters first, the rest on request; nothing typed is lost by accident. */

import { IconClipboardText } from '@tabler/icons-react'
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react'
import { Banner, Button, confirm, Sheet, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta, Rec } from '@/platform/types'
import { isSaveKey } from '../parts/keys'
import { faceOf } from '../slots'
import { looksLikeCard } from './card/looks'
import { FormGroups } from './FormGroups'
import classes from './form.module.css'
import { useDraftForm } from './useDraftForm'
import { focusFirstProblem } from './useForm'
import { type FormValues, setValue } from './values'

const CardPaste = lazy(() => import('./card/CardPaste').then((file) => ({ default: file.CardPaste })))

interface RecordFormProps {
  readonly object: ObjectMeta
  readonly initial: FormValues
  readonly given: FormValues
  readonly title: string
  readonly onSave: (values: FormValues) => Promise<Rec | null>
  /** `again`: the person wants to go on with the next one. */
  readonly onSaved: (rec: Rec, again: boolean) => void
  readonly onClose: () => void
}

export function RecordForm({ object, initial, given, title, onSave, onSaved, onClose }: RecordFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const again = useRef(false)
  const phone = useIsPhone()
  const [card, setCard] = useState<string>()
  const state = useDraftForm({ object, initial, given, onSave, onSaved: (rec) => onSaved(rec, again.current) })
  const { values, submit, failure, busy, restored, unsaved, forget, replace } = state

  const close = async (): Promise<void> => {
    const question = {
      title: t('engine.form.leave'),
      body: t('engine.form.leave_body'),
      action: t('engine.form.discard'),
    }
    if (unsaved && !(await confirm({ ...question, danger: true }))) return
    forget()
    onClose()
  }
  const send = (next = false): void => {
    again.current = next
    void submit().then(() => focusFirstProblem(form.current))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isSaveKey(event)) return
    event.preventDefault()
    send(event.shiftKey)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    const intoLine = event.target instanceof HTMLInputElement
    if (!intoLine || !faceOf(object.name) || !looksLikeCard(text)) return
    event.preventDefault()
    setCard(text)
  }
  return (
    <Sheet
      open
      onClose={() => void close()}
      title={title}
      tall
      size={520}
      closeOnClickOutside={!unsaved}
      footer={
        <>
          <Button onClick={() => void close()}>{t('action.cancel')}</Button>
          {phone ? null : (
            <Button disabled={busy} onClick={() => send(true)}>
              {t('record.form.save_and_new')}
            </Button>
          )}
          <Button variant="primary" loading={busy} onClick={() => send()}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          send()
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        {restored ? <Banner>{t('engine.form.restored')}</Banner> : null}
        {failure ? <Banner tone="danger">{failure}</Banner> : null}
        {faceOf(object.name) && card === undefined ? (
          <Button
            variant="quiet"
            size="sm"
            className={classes.paste}
            icon={<IconClipboardText size={16} />}
            onClick={() => setCard('')}
          >
            {t('record.card.title')}
          </Button>
        ) : null}
        {card === undefined ? null : (
          <Suspense>
            <CardPaste
              object={object}
              values={values}
              text={card}
              onText={setCard}
              onClose={() => setCard(undefined)}
              onFill={(found) =>
                replace((present) =>
                  Object.entries(found).reduce((all, [name, value]) => setValue(object, all, name, value), present),
                )
              }
            />
          </Suspense>
        )}
        <FormGroups object={object} form={state} onOpen={onClose} />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden>
          {t('action.create')}
        </button>
      </form>
    </Sheet>
  )
}
