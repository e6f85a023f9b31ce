import type { Parameter, Values } from '@meshwright/model/gallery'
import { useId } from 'react'
import { NumberInput, Segmented, Select, Switch } from '../../ui/index.ts'
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
        <ParameterRow
          key={parameter.id}
          parameter={parameter}
          value={values[parameter.id] ?? parameter.default}
          onChange={(value) => onChange(parameter.id, value)}
        />
      ))}
    </div>
  )
}

interface ParameterInputProps {
  readonly parameter: Parameter
  readonly value: number | string | boolean
  readonly onChange: (value: number | string | boolean) => void
}

function ParameterRow(props: ParameterInputProps) {
  const id = useId()
  return (
    <div className={css.parameter}>
      <span id={id}>{props.parameter.label}</span>
      <ParameterInput {...props} labelId={id} />
    </div>
  )
}

function ParameterInput({
  parameter,
  value,
  onChange,
  labelId,
}: ParameterInputProps & { readonly labelId: string }) {
  const named = { 'aria-labelledby': labelId }
  switch (parameter.kind) {
    case 'number':
      return (
        <NumberInput
          {...named}
          value={Number(value)}
          min={parameter.min}
          max={parameter.max}
          onCommit={(number) => number !== undefined && onChange(number)}
        />
      )
    case 'switch':
      return <Switch {...named} value={value === true} words={['yes', 'no']} onChange={onChange} />
    default: {
      const options = parameter.options.map(({ id, label }) => ({ value: id, label }))
      const isShort = options.length === 2 && options.every(({ label }) => label.length < 12)
      return isShort ? (
        <Segmented {...named} value={String(value)} options={options} onChange={onChange} />
      ) : (
        <Select {...named} value={String(value)} options={options} onChange={onChange} />
      )
    }
  }
}
