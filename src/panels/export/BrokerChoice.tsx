import type { Broker, BrokerId } from '@meshwright/model'
import { useState } from 'react'
import { Button, Checkbox } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import css from './Export.module.css'

export interface BrokerChoiceProps {
  readonly brokers: readonly Broker[]
  /** Those whose files are left out. */
  readonly left: ReadonlySet<BrokerId>
  readonly onChange: (left: ReadonlySet<BrokerId>) => void
}

/** More brokers than this are listed when somebody wants to choose among them: nobody reads a thousand boxes to take all. */
const MOST = 60

/** Which brokers' files are written. */
export function BrokerChoice({ brokers, left, onChange }: BrokerChoiceProps) {
  const [isOpen, setIsOpen] = useState(brokers.length <= MOST)
  const toggle = (id: BrokerId, isIn: boolean) => {
    const next = new Set(left)
    if (isIn) next.delete(id)
    else next.add(id)
    onChange(next)
  }
  const count = brokers.filter(({ id }) => left.has(id)).length
  return (
    <fieldset>
      <legend className={css.heading}>Which brokers</legend>
      <Checkbox
        label={`All ${counted(brokers.length, 'broker')}`}
        value={count === 0 ? true : count === brokers.length ? false : 'mixed'}
        onChange={(all) => onChange(new Set(all ? [] : brokers.map(({ id }) => id)))}
      />
      {isOpen ? (
        <div className={css.each}>
          {brokers.map(({ id, name }) => (
            <Checkbox key={id} label={name} value={!left.has(id)} onChange={(isIn) => toggle(id, isIn)} />
          ))}
        </div>
      ) : (
        <div>
          <Button kind="link" size="small" onClick={() => setIsOpen(true)}>
            Choose among them…
          </Button>
        </div>
      )}
    </fieldset>
  )
}
