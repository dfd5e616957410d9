/** Tooltips without weight: one host for the whole app, elements carry their words in `data-tip`. */

import { cloneElement, type ReactElement, useEffect, useState } from 'react'
import classes from './tip.module.css'

export type TipSide = 'top' | 'bottom' | 'left' | 'right'

export interface TooltipProps {
  readonly label: string
  readonly position?: TipSide
  readonly disabled?: boolean
  readonly children: ReactElement<{ 'aria-description'?: string }>
}

/** Words that appear beside an element on hover and on keyboard focus; read aloud as its description. */
export function Tooltip({ label, position = 'top', disabled = false, children }: TooltipProps) {
  if (disabled) return children
  return cloneElement(children, { 'aria-description': label, ...tip(label, position) })
}

/** The attributes that give an element a tooltip, where its accessible name already says the same. */
export const tip = (label: string, side: TipSide = 'top') => ({ 'data-tip': label, 'data-tip-side': side })

interface Shown {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly side: TipSide
}

const DELAY = 400
const GAP = 6

export function TipHost() {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => listen(setShown), [])
  if (!shown) return null
  return (
    <div className={classes.tip} data-side={shown.side} style={{ left: shown.x, top: shown.y }} aria-hidden>
      {shown.text}
    </div>
  )
}

function listen(show: (tip: Shown | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = () => {
    clearTimeout(timer)
    show(null)
  }
  const onOver = (event: PointerEvent) => {
    clearTimeout(timer)
    const target = event.pointerType === 'mouse' ? carrier(event.target) : null
    if (target) timer = setTimeout(() => show(place(target)), DELAY)
    else show(null)
  }
  const onFocus = (event: FocusEvent) => {
    const target = carrier(event.target)
    if (target?.matches(':focus-visible')) show(place(target))
  }
  const events = [
    ['pointerover', onOver],
    ['focusin', onFocus],
    ['focusout', hide],
    ['pointerdown', hide],
    ['keydown', hide],
  ] as const
  for (const [name, handler] of events) document.addEventListener(name, handler as EventListener)
  document.addEventListener('scroll', hide, true)
  return () => {
    hide()
    for (const [name, handler] of events) document.removeEventListener(name, handler as EventListener)
    document.removeEventListener('scroll', hide, true)
  }
}

function carrier(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null
}

function place(target: HTMLElement): Shown | null {
  if (!target.isConnected) return null
  const box = target.getBoundingClientRect()
  const wanted = (target.dataset.tipSide ?? 'top') as TipSide
  const side = wanted === 'top' && box.top < 40 ? 'bottom' : wanted
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
  const x = side === 'left' ? box.left - GAP : side === 'right' ? box.right + GAP : middle.x
  const y = side === 'top' ? box.top - GAP : side === 'bottom' ? box.bottom + GAP : middle.y
  return { text: target.dataset.tip ?? '', x: Math.min(Math.max(x, 60), window.innerWidth - 60), y, side }
}
