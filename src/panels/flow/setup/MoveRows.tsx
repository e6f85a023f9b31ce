import type { BrokerId } from '@meshwright/model'
import { moveSentences } from '@meshwright/model/forecast'
import { useEffect, useState } from 'react'
import { useStoreApi } from '../../../store/react.ts'
import { Field, Section, Select, Spinner } from '../../../ui/index.ts'
import css from './FlowSetup.module.css'
import { askFlow } from '../run/runWork.ts'
import type { Run } from '../run/useRun.ts'

/** Asks what a consumer of the run leaves behind when it goes to another broker. */
export function MoveRows({ run }: { readonly run: Run }) {
  const { network, consumers } = run
  const [chosen, setChosen] = useState<BrokerId>()
  const [to, setTo] = useState<BrokerId>()
  const places = [...new Set(consumers.map(({ broker }) => broker))]
  const from = chosen && places.includes(chosen) ? chosen : places[0]
  const options = (ids: readonly BrokerId[]) => ids.map((id) => ({ value: id, label: network.nameOf(id) }))
  const targets = network.design.brokers.flatMap(({ id, external }) => (external || id === from ? [] : [id]))
  const target = to && targets.includes(to) ? to : undefined
  if (from === undefined || targets.length === 0) return null
  return (
    <Section title="What if a consumer moves?" foldable={false}>
      {places.length > 1 ? (
        <Field label="The consumer on">
          <Select value={from} options={options(places)} onChange={setChosen} />
        </Field>
      ) : null}
      <Field label={places.length > 1 ? 'moves to' : `The consumer on ${network.nameOf(from)} moves to`}>
        <Select value={target} placeholder="a broker…" options={options(targets)} onChange={setTo} />
      </Field>
      {target ? <LeftBehind key={`${from} ${target}`} run={run} from={from} to={target} /> : null}
    </Section>
  )
}

interface LeftBehindProps {
  readonly run: Run
  readonly from: BrokerId
  readonly to: BrokerId
}

/** Worked out away from the hand, like the run. */
function LeftBehind({ run, from, to }: LeftBehindProps) {
  const { ports } = useStoreApi()
  const [known, setKnown] = useState<{ readonly run: Run; readonly sentences: readonly string[] }>()
  useEffect(() => {
    const controller = new AbortController()
    const { network, setup, consumers } = run
    const client = consumers.find(({ broker }) => broker === from)?.client
    const drawn = network.design.clients.find(({ id }) => id === client)
    askFlow(ports, { design: network.design, setup, move: { from, to } }, controller.signal).then(
      ({ move }) =>
        move && setKnown({ run, sentences: moveSentences(network, move, drawn && drawn.durable === true) }),
      () => setKnown({ run, sentences: ['This could not be worked out.'] }),
    )
    return () => controller.abort()
  }, [ports, run, from, to])
  return (
    <div className={css.sentences} aria-live="polite">
      {known?.run === run ? (
        known.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
      ) : (
        <Spinner size={12} label="Working out what stays behind" />
      )}
    </div>
  )
}
