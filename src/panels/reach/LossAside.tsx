import { networkOf } from '@meshwright/model'
import { useCallback, useEffect, useState } from 'react'
import { answerLoss, type LossAnswer, type LossPoint } from '../../store/flow/flowLoss.ts'
import { offKey, switched } from '../../store/flow/flow.ts'
import type { ReachCell } from '../../store/flow/flowSession.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, Progress } from '../../ui/index.ts'
import { ElementChip } from '../common/ElementChip.tsx'
import { useLong } from '../common/useLong.ts'
import { useWork } from '../common/useWork.ts'
import { counted } from '../common/words.ts'
import aside from './cell/Cell.module.css'
import css from './LossAside.module.css'
import type { Answered } from './useReachAnswer.ts'

/** Up to so many brokers losses are ranked unasked; beyond, it takes seconds of a processor. */
const UNASKED = 200
/** Losses that are listed at first. */
const FIRST = 8

interface LossAsideProps {
  readonly answered: Answered
  readonly onChoose: (cell: ReachCell) => void
}

/** What is cut while something is off, and which single losses would cut most. */
export function LossAside({ answered, onChoose }: LossAsideProps) {
  const { ports } = useStoreApi()
  const { question } = answered
  const { design } = question
  const isLarge = design.brokers.length > UNASKED
  const [wanted, setWanted] = useState<typeof design>()
  const ask = useCallback(
    async (signal: AbortSignal) =>
      ports.losses ? await ports.losses(question, signal) : answerLoss(question),
    [ports, question],
  )
  const work = useWork<LossAnswer>(isLarge && wanted !== design ? undefined : ask)
  const isLong = useLong(work.state === 'working')
  const { answer } = work
  const ranked = answer ?? (work.state === 'working' ? work.former : undefined)
  return (
    <section className={aside.aside} aria-label="Losses" aria-busy={work.state === 'working'}>
      {answer?.now ? <Now now={answer.now} answered={answered} onChoose={onChoose} /> : null}
      <h3 className={aside.heading}>Single points of failure</h3>
      {work.state === 'idle' ? (
        <Button size="small" onClick={() => setWanted(design)}>
          Rank the losses of {counted(design.brokers.length, 'broker')}
        </Button>
      ) : null}
      {isLong ? <Progress label="Trying every loss" onCancel={work.stop} /> : null}
      {work.state === 'stopped' || work.state === 'failed' ? (
        <Button size="small" onClick={work.again}>
          {work.state === 'stopped' ? 'Stopped. Try again' : 'This could not be worked out. Try again'}
        </Button>
      ) : null}
      {ranked ? <Ranked answer={ranked} /> : null}
    </section>
  )
}

interface NowProps extends LossAsideProps {
  readonly now: NonNullable<LossAnswer['now']>
}

function Now({ now, answered, onChoose }: NowProps) {
  const { ports } = useStoreApi()
  useEffect(() => ports.announce(now.sentences.join(' '), 'polite'), [ports, now])
  const network = networkOf(answered.question.design)
  return (
    <>
      <h3 className={aside.heading}>While that is off</h3>
      {now.sentences.map((sentence) => (
        <p key={sentence} className={aside.stepText}>
          {sentence}
        </p>
      ))}
      {now.cut.length > 0 ? (
        <ul className={css.cut} aria-label="Ways that are cut">
          {now.cut.map((cell) => (
            <li key={`${cell.from} ${cell.to}`}>
              <Button size="small" kind="quiet" onClick={() => onChoose(cell)}>
                {network.nameOf(cell.from)} → {network.nameOf(cell.to)}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function Ranked({ answer: { points, none } }: { readonly answer: LossAnswer }) {
  const [isWhole, setIsWhole] = useState(false)
  if (points.length === 0) return <p className={aside.stepText}>{none}</p>
  const shown = isWhole ? points : points.slice(0, FIRST)
  return (
    <>
      <ol className={css.losses}>
        {shown.map((point) => (
          <Loss key={offKey(point.off)} point={point} />
        ))}
      </ol>
      {shown.length < points.length ? (
        <Button kind="link" size="small" onClick={() => setIsWhole(true)}>
          Show all {points.length}
        </Button>
      ) : null}
    </>
  )
}

/** One loss: what it cuts, and a way to try it. */
function Loss({ point }: { readonly point: LossPoint }) {
  const store = useStoreApi()
  const { off, sentence } = point
  const id = 'broker' in off ? off.broker : off.connector
  return (
    <li className={css.loss}>
      <ElementChip id={id} />
      <Button
        size="small"
        aria-label={`Switch off: ${sentence}`}
        onClick={() =>
          store.getState().setSession({ off: switched(store.getState().session.off, off, true) })
        }
      >
        Switch off
      </Button>
      <p className={aside.stepText}>{sentence}</p>
    </li>
  )
}
