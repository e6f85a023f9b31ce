import type { Parameter, Values } from '@meshwright/model/gallery'
import { NumberInput, Segmented, Select, SettingRow, Switch } from '../../ui/index.ts'
import css from './Gallery.module.css'

export interface ParameterRowsProps {
  readonly parameters: readonly Parameter[]
  readonly values: Values
  readonly onChange: (id: string, value: number | string | boolean) => void
}

/** What a topology can be asked for. The picture beside it follows. */
export function ParameterRows({ parameters, values, onChange }: ParameterRowsProps) {
  return (
    <div className={css.parameters}>
      {parameters.map((parameter) => (
        <SettingRow key={parameter.id} label={parameter.label} changed>
          <ParameterInput
            parameter={parameter}
            value={values[parameter.id] ?? parameter.default}
            onChange={(value) => onChange(parameter.id, value)}
          />
        </SettingRow>
      ))}
    </div>
  )
}

interface ParameterInputProps {
  readonly parameter: Parameter
  readonly value: number | string | boolean
  readonly onChange: (value: number | string | boolean) => void
}

function ParameterInput({ parameter, value, onChange }: ParameterInputProps) {
  switch (parameter.kind) {
    case 'number':
      return (
        <NumberInput
          value={Number(value)}
          min={parameter.min}
          max={parameter.max}
          onCommit={(number) => number !== undefined && onChange(number)}
        />
      )
    case 'switch':
      return <Switch value={value === true} words={['yes', 'no']} onChange={onChange} />
    default: {
      const options = parameter.options.map(({ id, label }) => ({ value: id, label }))
      const isShort = options.length === 2 && options.every(({ label }) => label.length < 12)
      return isShort ? (
        <Segmented value={String(value)} options={options} onChange={onChange} />
      ) : (
        <Select value={String(value)} options={options} onChange={onChange} />
      )
    }
  }
}
