/** Takes a pasted signature or card apart, shows what goes where, and fills in what the person leaves ticked. */

import { IconCheck, IconClipboardText, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Button, cx, TextArea, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { LinkValue, ObjectMeta, SearchItem } from '@/platform/types'
import { valueText } from '../../fields/FieldValue'
import { findObject } from '../../meta/paths'
import { quickCreate } from '../quickCreate'
import type { FormValues } from '../values'
import classes from './card.module.css'
import { type Fit, fitCard } from './fit'
import { parseCard } from './parse'

interface CardPasteProps {
  readonly object: ObjectMeta
  readonly values: FormValues
  readonly text: string
  readonly onText: (text: string) => void
  readonly onFill: (values: FormValues) => void
  readonly onClose: () => void
}

export function CardPaste({ object, values, text, onText, onFill, onClose }: CardPasteProps) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const resolve = useResolve()
  const fits = useMemo(() => fitCard(object, parseCard(text), values), [object, text, values])
  // What would overwrite something stays off until somebody wants it.
  const on = (fit: Fit): boolean => fit.taken === turned.has(fit.field.name)
  const chosen = fits.filter(on)
  const turn = (name: string): void => {
    const next = new Set(turned)
    if (!next.delete(name)) next.add(name)
    setTurned(next)
  }
  const fill = async (): Promise<void> => {
    setBusy(true)
    const found = await Promise.all(chosen.map(async (fit) => [fit.field.name, await resolve(fit)] as const))
    onFill(Object.fromEntries(found.filter(([, value]) => value !== null)))
    onClose()
  }
  return (
    <section className={classes.box} aria-label={t('record.card.title')}>
      <TextArea
        label={t('record.card.text')}
        placeholder={t('record.card.placeholder')}
        autosize
        minRows={3}
        maxRows={8}
        autoFocus
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {fits.length > 0 ? (
        <fieldset className={classes.chips} aria-label={t('record.card.found')}>
          {fits.map((fit) => (
            <button
              key={fit.field.name}
              type="button"
              className={cx(classes.chip, on(fit) && classes.on)}
              aria-pressed={on(fit)}
              onClick={() => turn(fit.field.name)}
            >
              {on(fit) ? <IconCheck size={14} aria-hidden /> : <IconPlus size={14} aria-hidden />}
              <span className={classes.what}>{fit.field.label}</span>
              <span className={classes.value}>{valueText(fit.field, fit.value)}</span>
            </button>
          ))}
        </fieldset>
      ) : null}
      {text.trim() && fits.length === 0 ? <p className={classes.none}>{t('record.card.none')}</p> : null}
      <div className={classes.actions}>
        <Button size="sm" variant="quiet" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          size="sm"
          variant="primary"
          loading={busy}
          disabled={chosen.length === 0}
          icon={<IconClipboardText size={16} />}
          onClick={() => void fill()}
        >
          {t('record.card.fill', { count: chosen.length })}
        </Button>
      </div>
    </section>
  )
}

/** A company known by its name: the one that is there, or a new one. */
function useResolve(): (fit: Fit) => Promise<unknown> {
  const meta = useMeta()
  return async ({ field, value, findName }) => {
    const home = findObject(meta, field.to ?? '')
    if (!findName || !home) return value
    try {
      const params = { q: findName, limit: 5 }
      const found = await api.get<{ items: readonly SearchItem[] }>(`/lookup/${home.name}`, { params })
      const same = found.items.find((item) => item.label.toLocaleLowerCase() === findName.toLocaleLowerCase())
      if (same) return { id: same.id, label: same.label } satisfies LinkValue
      return home.rights.create ? await quickCreate(home, findName) : null
    } catch (error) {
      toast({ text: problemText(error), tone: 'danger' })
      return null
    }
  }
}
