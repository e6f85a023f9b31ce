import { readSetting, type AttributeRow, type SettingValue } from '@meshwright/model'
import { NumberInput, Switch, TextInput } from '../../../ui/index.ts'
import { unitFor, valueInWords } from './settingLines.ts'

export interface SettingControlProps {
  readonly row: AttributeRow
  /** What the design says; absent where it says nothing. */
  readonly value: SettingValue | undefined
  /** What counts while nothing is set. */
  readonly effective: SettingValue | undefined
  /** Words stand beside the value, so that its unit goes without saying. */
  readonly bare?: boolean
  readonly readOnly: boolean
  /** `undefined` goes back to the default. */
  readonly onChange: (value: SettingValue | undefined) => void
}

/** The control of one attribute, by its type. Emptying a field puts the default back. */
export function SettingControl({ row, value, effective, bare, readOnly, onChange }: SettingControlProps) {
  if (row.type === 'boolean') {
    return <Switch value={effective === true} disabled={readOnly} onChange={onChange} />
  }
  if (row.type === 'integer' || row.type === 'long' || (row.type === 'memory' && typeof value !== 'string')) {
    const { unit } = row
    return (
      <NumberInput
        value={typeof effective === 'number' ? effective : undefined}
        allowEmpty
        placeholder={valueInWords(row, undefined)}
        min={row.minimum ?? (unit === 'hops' ? -1 : undefined)}
        unit={unit && !bare ? (number) => unitFor(unit, number) : undefined}
        readOnly={readOnly}
        onCommit={onChange}
      />
    )
  }
  return (
    <TextInput
      value={typeof effective === 'string' ? effective : String(effective ?? '')}
      placeholder="none"
      mono={row.group !== 'credentials'}
      readOnly={readOnly}
      check={(text) => (text === '' || readSetting(row.type, text) !== undefined ? undefined : sentence(row))}
      onCommit={(text) => onChange(text === '' ? undefined : readSetting(row.type, text))}
    />
  )
}

function sentence(row: AttributeRow): string {
  return row.type === 'memory'
    ? 'Type a number, or one with k, m or g behind it.'
    : 'Type a value of another kind.'
}
