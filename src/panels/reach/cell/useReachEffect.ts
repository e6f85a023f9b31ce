import { formatDestination, type Design, type Destination } from '@meshwright/model'
import { useEffect, useState } from 'react'
import type { ReachQuestion } from '../../../store/flow/flowTable.ts'
import { useStoreApi } from '../../../store/react.ts'
import { counted } from '../../common/words.ts'
import { compareAnswers } from '../matrix/reachGrid.ts'
import { askReach } from '../useReachAnswer.ts'

/** How many pairs of brokers a change makes better and worse. */
export interface Compared {
  readonly better: number
  readonly worse: number
  /** Topics: pairs that may get more copies of a message than before. */
  readonly moreCopies: number
}

export interface ReachEffect {
  /** For the destination that was asked about. */
  readonly own: Compared
  /** For the same name as the other kind: a cure for queues can hurt topics. */
  readonly other: Compared
}

/** What a change does to who reaches whom; `undefined` until it is worked out, away from the hand. */
export function useReachEffect(before: ReachQuestion | undefined, after: Design): ReachEffect | undefined {
  const { ports } = useStoreApi()
  const [found, setFound] = useState<{
    readonly before: ReachQuestion
    readonly after: Design
    readonly effect: ReachEffect
  }>()
  useEffect(() => {
    if (!before) return undefined
    const controller = new AbortController()
    const compare = async (question: ReachQuestion) =>
      compareAnswers(
        await askReach(ports, question, controller.signal),
        await askReach(ports, { ...question, design: after }, controller.signal),
      )
    const work = async () => {
      const own = await compare(before)
      const other = await compare({ ...before, destination: otherKind(before.destination) })
      if (!controller.signal.aborted) setFound({ before, after, effect: { own, other } })
    }
    work().catch(() => {})
    return () => controller.abort()
  }, [ports, before, after])
  return found?.before === before && found?.after === after ? found.effect : undefined
}

function otherKind({ kind, name }: Destination): Destination {
  return { kind: kind === 'queue' ? 'topic' : 'queue', name }
}

/** `For queue://orders: 10 pairs get better, none worse.`, and what it does to the other kind where that is not nothing. */
export function reachEffectWords(
  { own, other }: ReachEffect,
  destination: Destination,
  isAny = false,
): readonly string[] {
  const kinds = { queue: 'queues', topic: 'topics' } as const
  const what = isAny ? kinds[destination.kind] : formatDestination(destination)
  const isOther = other.worse > 0 || other.moreCopies > 0 || (isAny && other.better > 0)
  return [
    `For ${what}: ${effectWords(own)}`,
    ...(isOther ? [`For ${kinds[otherKind(destination).kind]}: ${effectWords(other)}`] : []),
  ]
}

/** `10 pairs get better, none worse.` */
export function effectWords({ better, worse, moreCopies }: Compared): string {
  if (better === 0 && worse === 0 && moreCopies === 0) return 'nobody reaches more or less than before.'
  const gets = (count: number) => `${counted(count, 'pair')} ${count === 1 ? 'gets' : 'get'}`
  const first = better > 0 ? `${gets(better)} better` : 'no pair gets better'
  const rest = worse > 0 ? `${worse} worse` : 'none worse'
  const copies = moreCopies > 0 ? `, ${moreCopies} may get more copies` : ''
  return `${first}, ${rest}${copies}.`
}
