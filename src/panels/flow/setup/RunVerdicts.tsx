import { explain, type Flow } from '@meshwright/model/forecast'
import { useMemo } from 'react'
import { useStore, useStoreApi } from '../../../store/react.ts'
import { Button, Callout } from '../../../ui/index.ts'
import { VERDICT_RANK } from '../../common/verdictRank.ts'
import { counted } from '../../common/words.ts'
import css from './FlowSetup.module.css'
import type { Run } from '../run/useRun.ts'

/** Pairs that are told at most, worst first. */
const MOST = 3

/** What the forecast says of this run's producers and consumers: one run shows one case, the verdict holds for all. */
export function RunVerdicts({ run }: { readonly run: Run }) {
  const store = useStoreApi()
  const off = useStore((state) => state.session.off)
  const flows = useMemo(
    () => run.flows.toSorted((a, b) => VERDICT_RANK[a.verdict] - VERDICT_RANK[b.verdict]),
    [run],
  )
  const askWhy = ({ from, to, destination, queue = destination }: Flow) => {
    store.getState().setSession({ panel: 'reach', reach: { destination: queue, cell: { from, to } } })
    store.getState().setFrame({ bottom: true })
  }
  return (
    <div className={css.verdicts}>
      {flows.slice(0, MOST).map((flow) => {
        const { title, summary } = explain(run.network, flow, off)
        return (
          <Callout
            key={`${flow.from} ${flow.to} ${flow.queue?.name ?? ''}`}
            tone={flow.verdict}
            title={title}
            actions={
              flow.from === flow.to ? undefined : (
                <Button size="small" onClick={() => askWhy(flow)}>
                  Show why
                </Button>
              )
            }
          >
            {summary}
          </Callout>
        )
      })}
      {flows.length > MOST ? (
        <p className={css.more}>and {counted(flows.length - MOST, 'more pair')}, none worse than these.</p>
      ) : null}
    </div>
  )
}
