import type { Network } from '@meshwright/model'
import { useEffect, useRef } from 'react'
import { useStoreApi } from '../../store/react.ts'
import type { CellEditor } from './column.ts'
import css from './Outline.module.css'

export interface CellInputProps<Row> {
  readonly label: string
  readonly network: Network
  readonly row: Row
  readonly editor: CellEditor<Row>
  readonly text: string
  readonly onDone: () => void
}

/** The field that opens in a cell: Enter keeps, Escape takes back, leaving keeps. */
export function CellInput<Row>({ label, network, row, editor, text, onDone }: CellInputProps<Row>) {
  const store = useStoreApi()
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isDone = useRef(false)
  const byPointer = useRef(false)
  useEffect(() => {
    field.current?.focus()
    if (editor.kind === 'text') field.current?.select()
  }, [editor.kind])
  const finish = (value: string | undefined) => {
    if (isDone.current) return
    isDone.current = true
    if (value !== undefined) editor.commit(store, row, value)
    onDone()
  }
  const shared = {
    ref: field,
    className: css.input,
    'aria-label': label,
    onClick: (event: { stopPropagation: () => void }) => event.stopPropagation(),
  }
  if (editor.kind === 'choice') {
    const chosen = editor.chosen(network, row)
    return (
      <select
        {...shared}
        defaultValue={chosen}
        // A pointer has chosen when the list closes; arrow keys pass by what lies between, so Enter has to say so.
        onPointerDown={() => (byPointer.current = true)}
        onChange={(event) => byPointer.current && finish(event.target.value)}
        onBlur={(event) => finish(event.target.value === chosen ? undefined : event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          byPointer.current = false
          if (event.key === 'Escape') finish(undefined)
          if (event.key === 'Enter') {
            event.preventDefault()
            finish(event.currentTarget.value)
          }
        }}
      >
        {editor.options(network, row).map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      {...shared}
      defaultValue={text}
      spellCheck={false}
      autoComplete="off"
      onBlur={(event) => finish(event.target.value === text ? undefined : event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') finish(undefined)
        if (event.key === 'Enter') finish(event.currentTarget.value)
      }}
    />
  )
}
