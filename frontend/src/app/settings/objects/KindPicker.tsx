/** What kind of field? All kinds, in groups, each with a word on what it holds. */

import { t } from '@/platform/i18n'
import type { FieldKind } from '@/platform/types'
import { KIND_FORMS, KIND_GROUPS } from './kinds'
import classes from './objects.module.css'

const KINDS = Object.keys(KIND_FORMS) as readonly FieldKind[]

export function KindPicker({ onPick }: { readonly onPick: (kind: FieldKind) => void }) {
  return KIND_GROUPS.map((group) => (
    <section key={group}>
      <h3 className={classes.kindGroup}>{t(`kindGroup.${group}`)}</h3>
      <div className={classes.kinds}>
        {KINDS.filter((kind) => KIND_FORMS[kind].group === group).map((kind) => {
          const Icon = KIND_FORMS[kind].icon
          return (
            <button type="button" key={kind} className={classes.kind} onClick={() => onPick(kind)}>
              <Icon size={18} stroke={1.75} aria-hidden />
              {t(`kind.${kind}`)}
            </button>
          )
        })}
      </div>
    </section>
  ))
}
