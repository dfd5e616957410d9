/** Everything, found by typing: records, places and actions. */

import { Modal } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { ErrorState, Kbd, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import type { Entry } from './entries'
import classes from './Palette.module.css'
import { PaletteList } from './PaletteList'
import { usePaletteEntries } from './usePaletteEntries'

const LIST = 'palette-list'
const optionId = (index: number): string => `${LIST}-${index}`

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const phone = useIsPhone()
  return (
    <Modal.Root opened onClose={onClose} size={640} padding={0} centered={false} yOffset="10vh" fullScreen={phone}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <Modal.Body className={classes.body}>
          <Search onClose={onClose} phone={phone} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

interface SearchProps {
  readonly onClose: () => void
  readonly phone: boolean
}

function Search({ onClose, phone }: SearchProps) {
  const [text, setText] = useState('')
  const [composing, setComposing] = useState(false)
  const { groups, searching, error } = usePaletteEntries(text, composing)
  const entries = groups.flatMap((group) => group.entries)
  const [chosen, setChosen] = useState(0)
  const active = Math.min(chosen, Math.max(entries.length - 1, 0))
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const step = STEPS[event.key]
    if (step !== undefined) setChosen((active + step + entries.length) % Math.max(entries.length, 1))
    else if (event.key === 'Enter') run(entries[active])
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={classes.line}>
        <IconSearch size={20} aria-hidden />
        <input
          className={classes.input}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setChosen(0)
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={onKeyDown}
          placeholder={t('palette.placeholder')}
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded={entries.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <button type="button" className={classes.escape} onClick={onClose}>
          {phone ? <IconX size={20} aria-hidden /> : <Kbd keys="Escape" />}
          <span className="visually-hidden">{t('action.close')}</span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={classes.results} aria-busy={searching} tabIndex={0}>
        {error ? (
          <ErrorState error={error} inline />
        ) : (
          <PaletteList
            id={LIST}
            typed={text}
            groups={groups}
            active={active}
            optionId={optionId}
            onHover={setChosen}
            onRun={run}
          />
        )}
        {entries.length === 0 && !searching && !error && <p className={classes.none}>{t('palette.none', { text })}</p>}
      </div>
    </>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
