/** All keys that work here and now. */

import { Kbd, Sheet } from '@/design'
import { t } from '@/platform/i18n'
import { type ShortcutEntry, useShortcuts } from '@/platform/shortcuts'
import classes from './Sheets.module.css'

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const groups = Map.groupBy(unique(useShortcuts()), (entry) => entry.group)
  return (
    <Sheet open onClose={onClose} title={t('shortcuts.title')} size={380}>
      {[...groups].map(([group, entries]) => (
        <section className={classes.group} key={group}>
          <h3 className={classes.groupTitle}>{t(group)}</h3>
          <dl className={classes.keys}>
            {entries.map((entry) => (
              <div key={entry.keys}>
                <dt>{entry.text}</dt>
                <dd>
                  <Kbd keys={entry.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Sheet>
  )
}

/** A page may override a key of the shell: only what works is shown. */
function unique(entries: readonly ShortcutEntry[]): readonly ShortcutEntry[] {
  return [...new Map(entries.map((entry) => [entry.keys, entry])).values()]
}
