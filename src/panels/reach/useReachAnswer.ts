import type { Design, Destination } from '@meshwright/model'
import type { Off } from '@meshwright/model/forecast'
import { useEffect, useRef, useState } from 'react'
import { answerReach, type ReachAnswer, type ReachQuestion } from '../../store/flow/flowTable.ts'
import { useStoreApi } from '../../store/react.ts'
import type { Ports } from '../../store/ports.ts'

export interface Answered {
  readonly question: ReachQuestion
  readonly answer: ReachAnswer
}

export interface ReachWork {
  /** The newest answer there is; while another one is worked out, the former. */
  readonly answered: Answered | undefined
  readonly state: 'ready' | 'working' | 'stopped' | 'failed'
  readonly stop: () => void
  readonly again: () => void
}

const known = new WeakMap<Design, Map<string, ReachAnswer>>()

function keyOf({ destination, off }: ReachQuestion): string {
  return JSON.stringify([destination.kind, destination.name, off])
}

function knownAnswer(question: ReachQuestion): ReachAnswer | undefined {
  return known.get(question.design)?.get(keyOf(question))
}

/** Answers in a worker where there is one; the same question is worked out once. */
export async function askReach(
  ports: Ports,
  question: ReachQuestion,
  signal: AbortSignal,
): Promise<ReachAnswer> {
  const found = knownAnswer(question)
  if (found) return found
  const answer = ports.reach ? await ports.reach(question, signal) : answerReach(question)
  const answers = known.get(question.design) ?? new Map<string, ReachAnswer>()
  known.set(question.design, answers.set(keyOf(question), answer))
  return answer
}

/** Who reaches whom in a design, following every change of it; work that is not wanted any more is given up. */
export function useReachAnswer(design: Design, destination: Destination, off: readonly Off[]): ReachWork {
  const { ports } = useStoreApi()
  const [work, setWork] = useState<{
    readonly answered?: Answered
    readonly ended?: { readonly key: string; readonly design: Design; readonly state: 'stopped' | 'failed' }
  }>({})
  const controller = useRef<AbortController>(undefined)
  const [tries, setTries] = useState(0)
  const key = keyOf({ design, destination, off })

  useEffect(() => {
    const own = new AbortController()
    const [kind, name, isOff] = JSON.parse(key) as [Destination['kind'], string, readonly Off[]]
    const question: ReachQuestion = { design, destination: { kind, name }, off: isOff }
    controller.current = own
    askReach(ports, question, own.signal).then(
      (answer) => !own.signal.aborted && setWork({ answered: { question, answer } }),
      () =>
        setWork((former) =>
          own.signal.reason === STOPPED || !own.signal.aborted
            ? {
                ...former,
                ended: { key, design, state: own.signal.reason === STOPPED ? 'stopped' : 'failed' },
              }
            : former,
        ),
    )
    return () => own.abort()
    // `tries` is not read: counting it up asks the same question again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [ports, design, key, tries])

  const { answered, ended } = work
  const isCurrent = answered?.question.design === design && keyOf(answered.question) === key
  const hasEnded = ended?.key === key && ended.design === design
  return {
    answered,
    state: isCurrent ? 'ready' : hasEnded ? ended.state : 'working',
    stop: () => controller.current?.abort(STOPPED),
    again: () => {
      setWork(({ answered: former }) => (former ? { answered: former } : {}))
      setTries(tries + 1)
    },
  }
}

const STOPPED = 'stopped by hand'
