/** What would you like to add? */

import { ObjectIcon, Sheet } from '@/design'
import { requestCreate } from '@/platform/create'
import { t } from '@/platform/i18n'
import { useCreatable } from './navigation'
import classes from './Sheets.module.css'

export function CreateSheet({ onClose }: { readonly onClose: () => void }) {
  const objects = useCreatable()
  const pick = (name: string) => {
    onClose()
    requestCreate(name)
  }
  return (
    <Sheet open onClose={onClose} title={t('create.title')} size={360} bare>
      <ul className={classes.choices}>
        {objects.map((object) => (
          <li key={object.name}>
            <button type="button" className={classes.choice} onClick={() => pick(object.name)}>
              <span className={classes.choiceIcon}>
                <ObjectIcon name={object.icon} size={20} />
              </span>
              {object.label}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
