/** A list to pick from with the keyboard, a mouse or a thumb: options, records, fields, columns. */

import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, type UIEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { t } from '@/platform/i18n'
import { isComposing, step } from './keys'
import classes from './PickList.module.css'

export interface PickItem {
  readonly key: string
  readonly label: string
  readonly content?: ReactNode
  readonly hint?: string | undefined
  readonly section?: string | undefined
}

export interface PickListProps {
  readonly label: string
  readonly items: readonly PickItem[]
  readonly selected: readonly string[]
  readonly onPick: (key: string) => void
  readonly multiple?: boolean
  /** Given, the caller searches; otherwise labels are filtered here. */
  readonly onSearch?: (text: string) => void
  readonly loading?: boolean
  readonly footer?: (text: string) => ReactNode
  /** What Enter does when nothing matches: create what was typed. */
  readonly onMiss?: (text: string) => void
  readonly searchable?: boolean
}

export function PickList(props: PickListProps) {
  const { label, items, selected, onPick, multiple, onSearch, loading, footer, onMiss, searchable = true } = props
  const [text, setText] = useState('')
  const [at, setAt] = useState(-1)
  const listId = useId()
  const shown = useMemo(() => (onSearch ? items : matching(items, text)), [onSearch, items, text])
  const active = Math.min(at < 0 ? firstActive(shown, selected) : at, shown.length - 1)
  const { drawn, onScroll } = useDrawn(shown.length, active)
  const box = useFocusOnMount<HTMLInputElement & HTMLDivElement>()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const search = (next: string): void => {
    setText(next)
    setAt(next ? 0 : -1)
    onSearch?.(next)
  }
  const pickActive = (): void => {
    const item = shown[active]
    if (item) onPick(item.key)
    else if (text.trim()) onMiss?.(text.trim())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    const move = MOVES[event.key]
    if (move) setAt(step(active, move, shown.length))
    else if (event.key === 'Enter' || (event.key === ' ' && !searchable)) pickActive()
    else if (!searchable && event.key.length === 1) setAt(beginning(shown, event.key))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const control = {
    'aria-label': label,
    'aria-controls': listId,
    'aria-activedescendant': shown[active] ? `${listId}-${active}` : undefined,
    'data-mantine-stop-propagation': true,
    onKeyDown,
    ref: box,
  }
  return (
    <div className={classes.root}>
      {searchable ? (
        <input
          {...control}
          className={classes.search}
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          value={text}
          placeholder={t('engine.pick.search')}
          onChange={(event) => search(event.currentTarget.value)}
        />
      ) : null}
      <div
        {...(searchable ? { ref: list } : { ...control, tabIndex: 0 })}
        className={classes.list}
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple}
        aria-busy={loading}
        onScroll={onScroll}
      >
        {shown.slice(0, drawn).map((item, index) => (
          <PickRow
            key={item.key}
            id={`${listId}-${index}`}
            item={item}
            at={index}
            of={shown.length}
            heading={item.section !== shown[index - 1]?.section ? item.section : undefined}
            active={index === active}
            chosen={selected.includes(item.key)}
            onPick={() => onPick(item.key)}
            onHover={() => setAt(index)}
          />
        ))}
        {shown.length === 0 ? (
          <div className={classes.none} role="presentation">
            {loading ? t('engine.pick.loading') : t('engine.pick.none')}
          </div>
        ) : null}
      </div>
      {footer ? <div className={classes.footer}>{footer(text.trim())}</div> : null}
    </div>
  )
}

const SCREENFUL = 60
const NEAR_END = 400

/** Of thousands of items only those that can be seen are drawn; more follow as one scrolls or walks down. */
function useDrawn(length: number, active: number) {
  const [drawn, setDrawn] = useState(SCREENFUL)
  const onScroll = ({ currentTarget: box }: UIEvent<HTMLElement>): void => {
    if (drawn < length && box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END)
      setDrawn(drawn + 2 * SCREENFUL)
  }
  return { drawn: Math.max(drawn, active + SCREENFUL), onScroll }
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

interface PickRowProps {
  readonly id: string
  readonly item: PickItem
  readonly at: number
  readonly of: number
  readonly heading: string | undefined
  readonly active: boolean
  readonly chosen: boolean
  readonly onPick: () => void
  readonly onHover: () => void
}

function PickRow({ id, item, at, of, heading, active, chosen, onPick, onHover }: PickRowProps) {
  return (
    <>
      {heading ? (
        <div className={classes.heading} role="presentation">
          {heading}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the box above, which keeps the focus */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        aria-posinset={at + 1}
        aria-setsize={of}
        data-at={at}
        data-active={active || undefined}
        className={classes.row}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={active ? undefined : onHover}
        onClick={onPick}
      >
        <span className={classes.content}>{item.content ?? item.label}</span>
        {item.hint ? <span className={classes.hint}>{item.hint}</span> : null}
        {chosen ? <IconCheck className={classes.check} size={16} aria-hidden /> : null}
      </div>
    </>
  )
}

function matching(items: readonly PickItem[], text: string): readonly PickItem[] {
  const wanted = text.trim().toLocaleLowerCase()
  return wanted ? items.filter((item) => item.label.toLocaleLowerCase().includes(wanted)) : items
}

/** The first item whose label begins with what was typed, for lists without a search box. */
function beginning(items: readonly PickItem[], letter: string): number {
  const wanted = letter.toLocaleLowerCase()
  return items.findIndex((item) => item.label.toLocaleLowerCase().startsWith(wanted))
}

function firstActive(items: readonly PickItem[], selected: readonly string[]): number {
  return Math.max(
    0,
    items.findIndex((item) => selected.includes(item.key)),
  )
}

/** The list takes the focus when it opens, without pulling the page to itself. */
export function useFocusOnMount<E extends HTMLElement>() {
  const ref = useRef<E>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => ref.current?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(frame)
  }, [])
  return ref
}
