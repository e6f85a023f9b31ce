import { EMPTY_DESIGN, type Broker, type Connector, type DestinationPolicy } from '@meshwright/model'
import type { Case } from '../play.ts'
import { drawFrom, type Draw } from './draw.ts'
import { filtersOf } from './filters.ts'
import { linksOf } from './links.ts'
import { questionsOf } from './questions.ts'
import { settingsOf, styleOf, type Style } from './settings.ts'

const PROBES = 8

/**
 * Random networks of 3 to 7 brokers, always the same for the same seed: in the shapes that people draw and in any;
 * with every setting of a connector that may decide where messages go, and those that may not; filters and static
 * entries on queues and topics; replay; some under load; some with the audits as they are by default; brokers that
 * start in any order, or after the consumers of others.
 */
export function randomCases(count: number, seed: number): readonly Case[] {
  return Array.from({ length: count }, (_, index) => randomCase(seed * 100_000 + index))
}

function randomCase(seed: number): Case {
  const draw = drawFrom(seed)
  const { chance, maybe } = draw
  const style = styleOf(draw)
  const brokers = brokersOf(style, draw)
  const ids = brokers.map(({ id }) => id)
  const connectors = linksOf(brokers.length, draw).map(([from, to], index): Connector => {
    const other = draw.below(brokers.length)
    return {
      id: `c${index + 1}`,
      name: `link-${index + 1}x`,
      from: ids[from]!,
      to: ids[to]!,
      ...maybe(other === from || other === to ? 0 : 0.08, () => ({ alsoTo: [ids[other]!] })),
      settings: settingsOf(style, draw),
      filters: style.filters && chance(0.5) ? filtersOf(PROBES, draw) : {},
    }
  })
  // The forecast takes it that static entries are there before consumers come.
  const hasStaticTopic = connectors.some(({ filters }) =>
    filters.static?.some(({ kind }) => kind === 'topic'),
  )
  return {
    id: `random-${seed}`,
    design: { ...EMPTY_DESIGN, name: `Random ${seed}`, brokers, connectors },
    questions: questionsOf(PROBES, ids, draw),
    ...(style.loaded ? { loaded: true } : {}),
    ...maybe(0.2, () => ({ audit: true })),
    ...maybe(0.4, () => {
      const order = draw.shuffled(ids)
      return { order, ...maybe(hasStaticTopic ? 0 : 0.4, () => ({ late: order.slice(-1 - draw.below(2)) })) }
    }),
  }
}

function brokersOf(style: Style, draw: Draw): readonly Broker[] {
  const size = 3 + draw.pick([0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4])
  const replaying = draw.chance(0.12) ? 0.5 : 0
  // The policy that drops copies goes with suppression that is off.
  const isDispatching = draw.chance(style.keepsTopicDuplicates ? 0.5 : 0.05)
  const isQuiet = draw.chance(0.08)
  const sharesIds = draw.chance(0.04)
  return Array.from({ length: size }, (_, i): Broker => {
    const policies: readonly DestinationPolicy[] = [
      ...(draw.chance(replaying) ? [replayOf(draw)] : []),
      ...(isDispatching && draw.chance(0.6) ? [DISPATCHING] : []),
    ]
    const settings = {
      ...draw.maybe(isQuiet ? 0.4 : 0, () => ({ advisorySupport: false })),
      ...draw.maybe(sharesIds ? 0.5 : 0, () => ({ brokerId: 'the-same' })),
    }
    return {
      id: `b${i + 1}`,
      name: 'abcdefg'[i]!,
      instances: draw.chance(0.05) ? [{}, {}] : [{}],
      ...(policies.length > 0 ? { policies } : {}),
      ...(Object.keys(settings).length > 0 ? { settings } : {}),
    }
  })
}

const DISPATCHING: DestinationPolicy = {
  destination: { kind: 'topic', name: '>' },
  priorityNetworkDispatch: true,
}

function replayOf({ maybe, pick }: Draw): DestinationPolicy {
  return {
    destination: { kind: 'queue', name: pick(['>', '>', 'orders.>']) },
    replayWhenNoConsumers: true,
    ...maybe(0.3, () => ({ replayDelay: 100 })),
    ...maybe(0.2, () => ({ selectorAware: true })),
  }
}
