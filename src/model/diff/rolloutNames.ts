import { effectiveName, type Design } from '../design/design.ts'
import { formatDestination } from '../design/destination.ts'
import type { BrokerId, ConnectorId } from '../design/ids.ts'
import { networkOf } from '../network/network.ts'
import type { Aligned } from './align.ts'
import { connectorsBetween, type PairOf, type troubleOf } from './judgeStage.ts'
import type { DestinationClass } from './reachChanges.ts'
import type { BetweenSteps, RolloutPair } from './rollout.ts'
import type { Stage } from './stages.ts'
import type { explainCuts } from './whyCut.ts'

/** So many pairs of a kind are listed for a step; where everything is cut, the others tell nothing new. */
export const MOST_PAIRS = 400

/** So many pairs that are cut are explained; others are cut for the same reason, or not looked into. */
const EXPLAINED = 8

/** What a step's troubles are called: brokers, connectors and destinations by name, the newer one. */
export function namesIn({ before, after }: Aligned, classes: readonly DestinationClass[]) {
  const [left, right] = [networkOf(before), networkOf(after)]
  const nameOf = (id: BrokerId) => right.broker(id)?.name ?? left.nameOf(id)
  const named = classes.map(({ destination }) => formatDestination(destination))
  const pair = ({ destination, from, to }: PairOf): RolloutPair => ({
    destination: named[destination] ?? '',
    from: nameOf(from),
    to: nameOf(to),
  })
  const connectorName = (design: Design, id: string) =>
    design.connectors.find((connector) => connector.id === id)?.name ?? 'NC'
  const toldConnector = (id: ConnectorId) => {
    const connector = right.connector(id) ?? left.connector(id)
    return connector ? `${nameOf(connector.from)}/${effectiveName(connector)}` : id
  }
  const becauseOf = (
    cut: readonly PairOf[],
    running: Design,
    whyCut: ReturnType<typeof explainCuts>,
  ): Pick<BetweenSteps, 'cutBecause'> => {
    const reasons = cut.slice(0, EXPLAINED).flatMap(({ destination, from, to }) => {
      const asked = classes[destination]
      return asked ? [whyCut(running, { destination: asked.destination, from, to })] : []
    })
    const [former, next] = (['former', 'next'] as const).map((side) => [
      ...new Set(reasons.flatMap((reason) => reason[side]).map(toldConnector)),
    ])
    return former && next && former.length + next.length > 0 ? { cutBecause: { former, next } } : {}
  }
  return {
    pair,
    between: (
      { cut, worse, strands, doubled }: ReturnType<typeof troubleOf>,
      { running, waiting }: Stage,
      whyCut: ReturnType<typeof explainCuts>,
    ): BetweenSteps => ({
      cut: cut.slice(0, MOST_PAIRS).map(pair),
      ...becauseOf(cut, running, whyCut),
      worse: worse.slice(0, MOST_PAIRS).map(pair),
      strands: strands.slice(0, MOST_PAIRS).map(({ at, ...rest }) => ({ ...pair(rest), at: nameOf(at) })),
      doubled: doubled.map(({ from, to }) => ({
        from: nameOf(from),
        to: nameOf(to),
        connectors: connectorsBetween(running, from, to).map((id) => {
          const owner = running.connectors.find((connector) => connector.id === id)
          return owner ? `${nameOf(owner.from)}/${connectorName(running, id)}` : id
        }),
      })),
      waiting: waiting.map(({ connector, from, to, because }) => ({
        broker: nameOf(from),
        connector: (right.connector(connector) ?? left.connector(connector))?.name ?? 'NC',
        to: nameOf(to),
        because,
      })),
    }),
  }
}
