import { parseDestination, type Connector } from '@meshwright/model'
import { useState } from 'react'
import { Field, OkMark, TextInput, VerdictMark } from '../../../ui/index.ts'
import css from './Filters.module.css'
import { tryFilters } from './tryFilters.ts'

/** Type a destination and read whether it would cross, and why. */
export function FilterTry({
  connector,
  known,
}: {
  readonly connector: Connector
  readonly known: readonly string[]
}) {
  const [text, setText] = useState('')
  const destination = parseDestination(text)
  const crossing =
    destination && tryFilters(connector.filters, connector.settings.staticBridge === true, destination)
  return (
    <div className={css.try}>
      <Field label="Would it cross?">
        <TextInput
          value={text}
          mono
          placeholder={known[0] ?? 'queue://orders.eu'}
          onChange={setText}
          onCommit={setText}
        />
      </Field>
      <output className={css.answer}>
        {crossing && (
          <>
            {crossing.crosses ? <OkMark size={14} /> : <VerdictMark verdict="never" size={14} />}
            <span>{crossing.reason}</span>
          </>
        )}
      </output>
    </div>
  )
}
