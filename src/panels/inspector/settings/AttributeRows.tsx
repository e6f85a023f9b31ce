import {
  defaultFor,
  hasSince,
  type AttributeRow,
  type EngineVersion,
  type SettingValue,
  type TargetId,
} from '@meshwright/model'
import { SettingRow } from '../../../ui/index.ts'
import { SettingControl } from './SettingControl.tsx'
import { valueInWords } from './settingLines.ts'
import { targetWords } from '../../common/targetWords.ts'
import type { FieldTrouble } from './problems.ts'

export interface AttributeRowsProps {
  /** Rows of a dialect table, by the field of the design that holds each. */
  readonly table: Readonly<Record<string, AttributeRow>>
  readonly values: Readonly<Record<string, unknown>>
  readonly engine: EngineVersion
  readonly target: TargetId
  /** The element that carries them; a row may name its own. */
  readonly elementOf: (row: AttributeRow) => string
  readonly troubleWith?: (field: string) => FieldTrouble | undefined
  readonly readOnly: boolean
  /** `undefined` goes back to the default. */
  readonly onChange: (field: string, row: AttributeRow, value: SettingValue | undefined) => void
}

/** Rows for the attributes of a table that an engine knows, or that the design sets although it does not. */
export function AttributeRows(props: AttributeRowsProps) {
  const { table, values, engine, target, elementOf, troubleWith, readOnly, onChange } = props
  return Object.entries(table).map(([field, row]) => {
    const value = values[field] as SettingValue | undefined
    const changed = value !== undefined
    if (!changed && !hasSince(engine, row.since)) return null
    const fallback = defaultFor(row, engine)
    const words = targetWords(target, engine, elementOf(row), row.xml, changed)
    return (
      <SettingRow
        key={field}
        label={row.label}
        name={row.xml}
        meaning={[row.effect, words.sentence].filter(Boolean).join(' ')}
        changed={changed}
        onReset={readOnly ? undefined : () => onChange(field, row, undefined)}
        resetLabel={`Back to ${valueInWords(row, fallback)}`}
        detail={words.detail}
        problem={troubleWith?.(field) ?? words.problem}
      >
        <SettingControl
          row={row}
          value={value}
          effective={value ?? fallback}
          readOnly={readOnly}
          onChange={(next) => onChange(field, row, next)}
        />
      </SettingRow>
    )
  })
}
