import type { Broker, Connector, Design } from '../../design/design.ts'
import { EMPTY_DESIGN } from '../../design/document.ts'
import type { BrokerId, RegionId } from '../../design/ids.ts'
import { DEFAULT_ENGINE } from '../../dialects/engine.ts'
import type { Node } from './node.ts'
import type { Question } from '../reading.ts'
import { guessRegions } from '../match/regions.ts'

/** Puts a design together: what most brokers have is the design's own, and the others say what differs. */
export function designOf(
  title: string,
  nodes: readonly Node[],
  brokers: readonly Broker[],
  connectors: readonly Connector[],
  answers: Readonly<Record<string, string>>,
): { readonly design: Design; readonly questions: readonly Question[] } {
  const own = brokers.filter(({ external }) => !external)
  const target = majority(own.map((broker) => broker.target ?? 'self-managed')) ?? 'self-managed'
  const engine = majority(own.map((broker) => broker.engine ?? DEFAULT_ENGINE)) ?? DEFAULT_ENGINE
  const regions = regionsOf(nodes, brokers, answers)
  const design: Design = {
    ...EMPTY_DESIGN,
    name: title,
    target,
    engine,
    regions: regions.list,
    brokers: brokers.map((broker) => {
      const { target: runs, engine: version, ...rest } = broker
      const region = regions.of.get(broker.id)
      return {
        ...rest,
        ...(region === undefined ? {} : { region }),
        ...(runs === undefined || runs === target ? {} : { target: runs }),
        ...((version ?? DEFAULT_ENGINE) === engine || broker.external
          ? {}
          : { engine: version ?? DEFAULT_ENGINE }),
      }
    }),
    connectors,
  }
  return { design, questions: regions.questions }
}

/** Regions of brokers: what their files say, else what Amazon MQ's endpoints say, else sites by host name. */
function regionsOf(
  nodes: readonly Node[],
  brokers: readonly Broker[],
  answers: Readonly<Record<string, string>>,
) {
  const questions: Question[] = []
  const named = new Map<BrokerId, string>()
  for (const node of nodes) {
    const [source] = node.sources
    const amazon = node.reached.find((remote) => remote.amazon)?.amazon?.region
    const name =
      source?.identity?.region ??
      source?.region ??
      source?.group ??
      (amazon !== undefined && !amazon.startsWith('region-of-') ? amazon : undefined)
    if (name !== undefined) named.set(node.id, name)
  }
  if (nodes.every(({ sources }) => sources.every(({ identity }) => !identity))) {
    const guess = guessRegions(
      brokers.filter(({ id }) => !named.has(id)),
      answers,
    )
    for (const [id, name] of guess.of) named.set(id, name)
    if (guess.question) questions.push(guess.question)
  }
  const names = [...new Set(named.values())]
  const ids = new Map(names.map((name, index): [string, RegionId] => [name, regionId(index)]))
  return {
    list: names.map((name, index) => ({ id: regionId(index), name })),
    of: new Map([...named].map(([id, name]) => [id, ids.get(name)])),
    questions,
  }
}

function regionId(index: number): RegionId {
  return `r${index + 1}`
}

function majority<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
