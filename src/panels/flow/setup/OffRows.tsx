import type { Off } from '@meshwright/model/forecast'
import { useEffect, useMemo, useState } from 'react'
import { offKey, switched } from '../../../store/flow/flow.ts'
import { useStore, useStoreApi } from '../../../store/react.ts'
import { Section, Select, Spinner, Switch } from '../../../ui/index.ts'
import { ElementIcon } from '../../common/ElementIcon.tsx'
import css from './FlowSetup.module.css'
import { costInWords, offChoices, worthSwitching, type OffChoice } from './offChoices.ts'
import { askFlow } from '../run/runWork.ts'
import { touchedByRun } from '../run/runOverlay.ts'
import type { Run } from '../run/useRun.ts'

/** Switches brokers, instances, connectors and regions off, and says what that costs this run. */
export function OffRows({ run, isCurrent }: { readonly run: Run; readonly isCurrent: boolean }) {
  const store = useStoreApi()
  const off = useStore((state) => state.session.off)
  const { network, simulation } = run
  const all = useMemo(() => offChoices(network), [network])
  const shown = useMemo(
    () => worthSwitching(network, off, touchedByRun(simulation, run)),
    [network, off, simulation, run],
  )
  const isOff = new Set(off.map(offKey))
  const set = (item: Off, wanted: boolean) =>
    store.getState().setSession({ off: switched(store.getState().session.off, item, wanted) })
  const others = all.filter(({ key }) => !shown.some((choice) => choice.key === key))
  return (
    <Section
      title="What if it is off?"
      foldable={false}
      summary={off.length > 0 ? `${off.length} switched off` : 'all is on'}
    >
      <ul className={css.switches}>
        {shown.map((choice) => (
          <li key={choice.key} className={css.switch} data-off={isOff.has(choice.key) || undefined}>
            <ElementIcon look={choice.kind} size={14} />
            <span className={css.offName}>{choice.name}</span>
            <span className={css.detail}>
              {!isOff.has(choice.key) ? choice.detail : isCurrent ? <Cost run={run} choice={choice} /> : null}
            </span>
            <Switch
              aria-label={`${choice.name} runs`}
              value={!isOff.has(choice.key)}
              onChange={(runs) => set(choice.off, !runs)}
            />
          </li>
        ))}
      </ul>
      <Select
        aria-label="Switch something else off"
        className={css.add}
        value={undefined}
        placeholder="Another broker, connector or region…"
        options={others.map(({ key, name, detail, kind }) => ({
          value: key,
          label: name,
          ...(detail === '' || detail === name ? {} : { detail }),
          group: GROUPS[kind],
        }))}
        onChange={(key) => {
          const choice = others.find((other) => other.key === key)
          if (choice) set(choice.off, true)
        }}
      />
    </Section>
  )
}

const GROUPS: Readonly<Record<OffChoice['kind'], string>> = {
  broker: 'Brokers',
  pair: 'Pairs',
  connector: 'Connectors',
  region: 'Regions',
}

/** The same run is made with the thing on, away from the hand. */
function Cost({ run, choice }: { readonly run: Run; readonly choice: OffChoice }) {
  const { ports } = useStoreApi()
  const [known, setKnown] = useState<{ readonly run: Run; readonly words: string }>()
  const { off: item } = choice
  useEffect(() => {
    const controller = new AbortController()
    const { setup, network, simulation } = run
    const others = switched(setup.off ?? [], item, false)
    askFlow(ports, { design: network.design, setup: { ...setup, off: others } }, controller.signal).then(
      (answer) =>
        setKnown({
          run,
          words: costInWords(item, simulation.totals.received, answer.simulation.totals.received),
        }),
      // Without an answer nothing is said of the cost.
      () => undefined,
    )
    return () => controller.abort()
  }, [ports, run, item])
  return known?.run === run ? known.words : <Spinner size={12} label="Working out the cost" />
}
