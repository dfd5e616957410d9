/** Edits one value where it stands: in its place, by picking, or in a small panel. Saves by itself when left. */

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { saveRecord, seenVersion, type Values } from '../data/save'
import { clearDraft, keepDraft, readDraft } from '../form/draft'
import { isComposing, isSaveKey } from '../parts/keys'
import { PickPopover } from '../parts/PickPopover'
import { useFocusInside } from '../parts/useFocusInside'
import { sameValue } from '../store/entry'
import { FieldInput } from './FieldInput'
import classes from './inline.module.css'
import { uiOf } from './registry'
import type { InputProps } from './types'
import { checkValue } from './write'

/** Where the person wants to go after the edit: the cell below, beside, or nowhere. */
export type Next = 'down' | 'right' | 'left' | 'stay'

export interface InlineEditorProps {
  readonly object: ObjectMeta
  readonly id: string
  readonly field: FieldMeta
  readonly values: Values
  readonly onClose: (next: Next) => void
}

export function InlineEditor(props: InlineEditorProps) {
  const phone = useIsPhone()
  const way = uiOf(props.field).inline
  if (way === 'pick') return <PickEditor {...props} />
  if (way === 'open' || phone) return <PanelEditor {...props} />
  return <TypeEditor {...props} />
}

/** What a page that was left in the middle of an edit had in its editor: shown again over the value it was typed over. */
interface Typing {
  readonly seen: unknown
  readonly typed: unknown
}

/** The draft of one field: checked here, saved on the server, kept open while something is wrong with it. */
function useDraft({ object, id, field, values, onClose }: InlineEditorProps) {
  // What the person saw when the edit began: news that arrives meanwhile must not be overwritten unseen.
  const [seen] = useState(() => ({
    value: values[field.name] ?? null,
    version: seenVersion(object.name, id, field.name),
  }))
  const initial = seen.value
  const place = `inline.${object.name}.${id}.${field.name}`
  const [draft, setDraft] = useState<unknown>(() => {
    const kept = readDraft<Typing>(place)
    return kept && sameValue(kept.seen, initial) ? kept.typed : initial
  })
  const [error, setError] = useState<string>()
  const closed = useRef(false)
  const close = (next: Next): void => {
    if (closed.current) return
    closed.current = true
    clearDraft(place)
    onClose(next)
  }
  const commit = (next: Next, value: unknown = draft): void => {
    if (closed.current) return
    const same = sameValue(initial, value)
    const wrong = same ? undefined : checkValue(field, value)
    setError(wrong)
    if (wrong) return
    close(next)
    if (!same)
      void saveRecord(
        object,
        id,
        { [field.name]: value },
        { undo: true, ...(seen.version === undefined ? {} : { version: seen.version }) },
      )
  }
  const change = (value: unknown): void => {
    setDraft(value)
    setError(undefined)
    keepDraft(place, { seen: initial, typed: value } satisfies Typing)
  }
  const input: InputProps = {
    field,
    value: draft,
    onChange: change,
    object: object.name,
    values,
    label: field.label,
    inline: true,
    error,
  }
  return { input, error, commit, close }
}

function PickEditor(props: InlineEditorProps) {
  const { input, commit, close } = useDraft(props)
  return (
    <div className={classes.pick}>
      <FieldInput {...input} onDone={(value) => commit('stay', value)} onCancel={() => close('stay')} />
    </div>
  )
}

function TypeEditor(props: InlineEditorProps) {
  const { input, error, commit, close } = useDraft(props)
  const box = useRef<HTMLDivElement>(null)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  useFocusInside(box, true)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.defaultPrevented) return
    const next = NEXT[event.key]
    if (event.key === 'Escape') close('stay')
    else if (next) commit(event.key === 'Tab' && event.shiftKey ? 'left' : next)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the input inside
    <div
      ref={box}
      className={classes.type}
      onKeyDown={onKeyDown}
      onFocus={() => clearTimeout(leaving.current)}
      onBlur={() => {
        // A calendar or a currency list is drawn elsewhere but is still part of this editor: wait for the focus.
        leaving.current = setTimeout(() => commit('stay'), 0)
      }}
    >
      <FieldInput {...input} onDone={(value) => commit('stay', value)} />
      {error ? <Wrong>{error}</Wrong> : null}
    </div>
  )
}

const NEXT: Readonly<Record<string, Next>> = { Enter: 'down', Tab: 'right' }

function PanelEditor(props: InlineEditorProps) {
  const { input, error, commit, close } = useDraft(props)
  const box = useRef<HTMLDivElement>(null)
  const size = useIsPhone() ? 'md' : 'sm'
  useFocusInside(box, true)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isSaveKey(event)) return
    event.preventDefault()
    commit('stay')
  }
  return (
    <PickPopover
      opened
      onClose={() => commit('stay')}
      onEscape={() => close('stay')}
      title={props.field.label}
      target={<Anchor />}
      width={360}
      padded
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the input inside */}
      <div ref={box} className={classes.panel} onKeyDown={onKeyDown}>
        <FieldInput {...input} />
        {error ? <Wrong>{error}</Wrong> : null}
        <div className={classes.actions}>
          <Button size={size} variant="quiet" onClick={() => close('stay')}>
            {t('action.cancel')}
          </Button>
          <Button size={size} variant="primary" onClick={() => commit('stay')}>
            {t('action.save')}
          </Button>
        </div>
      </div>
    </PickPopover>
  )
}

const Anchor = ({ ref }: { ref?: React.Ref<HTMLSpanElement> }) => (
  <span ref={ref} className={classes.anchor} aria-hidden />
)

function Wrong({ children }: { children: ReactNode }) {
  return (
    <p className={classes.wrong} role="alert">
      {children}
    </p>
  )
}
