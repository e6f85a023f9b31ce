import { useMemo } from 'react'
import { useStore } from '../../../store/react.ts'
import { OkMark, Section, ShareBar, StopMark } from '../../../ui/index.ts'
import { counted, listed } from '../../common/words.ts'
import { runAt } from '../run/runAt.ts'
import type { Run } from '../run/useRun.ts'

/** What has become of the messages up to now. */
export function SoFar({ run }: { readonly run: Run }) {
  // Parts change only when something happens: between, the bar stays as it is.
  const time = useStore((state) => Math.floor(state.session.flow.time))
  const { totals, stuck, inQueues } = useMemo(() => runAt(run.simulation, time), [run, time])
  const isTopic = run.destination.kind === 'topic'
  const all = run.simulation.totals.sent
  const places = listed(
    [...stuck.keys()].map((id) => run.network.nameOf(id)),
    3,
  )
  const underWay = isTopic ? totals.travelling : totals.sent - totals.received - totals.stuck
  return (
    <Section title="So far" foldable={false} summary={`of ${counted(all, 'message')}`}>
      <ShareBar
        label="So far"
        parts={[
          {
            id: 'received',
            label: isTopic ? 'copies received' : 'received',
            value: totals.received,
            tone: 'always',
            fill: 'solid',
            mark: <OkMark size={14} />,
          },
          {
            id: 'under-way',
            label: isTopic ? 'copies under way' : 'under way',
            value: underWay,
            tone: 'message',
            fill: 'ticked',
          },
          {
            id: 'stuck',
            label: isTopic
              ? inQueues.size > 0
                ? 'copies ended or stuck'
                : 'copies ended'
              : places === ''
                ? 'stuck'
                : `stuck on ${places}`,
            value: totals.stuck,
            tone: 'sometimes',
            fill: 'hatched',
            mark: <StopMark size={14} />,
          },
          {
            id: 'not-sent',
            label: 'not sent yet',
            value: all - totals.sent,
            tone: 'never',
            fill: 'empty',
          },
        ]}
      />
      {totals.duplicates > 0 ? (
        <p>
          {counted(totals.duplicates, 'copy', 'copies')} came again: durable subscribers get them, plain ones
          do not while a policy covers the topic (audit).
        </p>
      ) : null}
      {totals.repeats > 0 ? (
        <p>
          {counted(totals.repeats, 'message')} came to a consumer group twice: subscribers of the topic bring
          them to more than one broker that has the group’s queue.
        </p>
      ) : null}
    </Section>
  )
}
