/** How the file was read, for those who know better: encoding, delimiter, sheet. */

import { Field, Select } from '@/design'
import { t } from '@/platform/i18n'
import type { ImportFile } from './types'
import { useImportActs } from './useImport'

const ENCODINGS = ['utf-8', 'utf-8-sig', 'utf-16', 'gb18030', 'latin-1', 'cp1252']
const DELIMITERS = [',', ';', '\t', '|']

export function Reading({ file }: { file: ImportFile }) {
  const { reread } = useImportActs(file.id)
  const sheets = file.sheets ?? []
  return (
    <>
      {sheets.length > 1 ? (
        <Field label={t('exchange.sheet')} id="import-sheet">
          <Select
            id="import-sheet"
            data={[...sheets]}
            value={file.format.sheet ?? sheets[0] ?? null}
            allowDeselect={false}
            onChange={(sheet) => sheet && reread.mutate({ sheet })}
          />
        </Field>
      ) : null}
      {file.encoding ? (
        <Field label={t('exchange.encoding')} id="import-encoding">
          <Select
            id="import-encoding"
            data={[...new Set([file.encoding, ...ENCODINGS])].map((value) => ({ value, label: value.toUpperCase() }))}
            value={file.encoding}
            allowDeselect={false}
            disabled={reread.isPending}
            onChange={(encoding) => encoding && reread.mutate({ encoding })}
          />
        </Field>
      ) : null}
      {file.delimiter ? (
        <Field label={t('exchange.delimiter')} id="import-delimiter">
          <Select
            id="import-delimiter"
            data={[...new Set([file.delimiter, ...DELIMITERS])].map((value) => ({ value, label: nameOf(value) }))}
            value={file.delimiter}
            allowDeselect={false}
            disabled={reread.isPending}
            onChange={(delimiter) => delimiter && reread.mutate({ delimiter })}
          />
        </Field>
      ) : null}
    </>
  )
}

const nameOf = (delimiter: string): string => (delimiter === '\t' ? t('exchange.tab') : delimiter)
