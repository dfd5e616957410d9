/** Fields of forms: Mantine's inputs in our sizes, and a wrapper for everything else that needs a label. */

import { Input } from '@mantine/core'
import type { ReactNode } from 'react'

export {
  Autocomplete,
  Checkbox,
  FileButton,
  MultiSelect,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  TagsInput,
  Textarea as TextArea,
  TextInput,
} from '@mantine/core'

export interface FieldProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  /** Id of the control inside, so that the label names it. */
  readonly id?: string
  readonly children: ReactNode
}

/** Label, help and error around any control. */
export function Field({ label, help, error, required, id, children }: FieldProps) {
  return (
    <Input.Wrapper label={label} description={help} error={error} required={required} {...(id ? { id } : {})}>
      {children}
    </Input.Wrapper>
  )
}
