import type { Consumer, Probe, Producer, Result } from '../job.ts'
import { bridgeEnds, toFiles, type Connector, type Network } from '../network.ts'
import { takePorts } from '../ports.ts'
import { Runner } from '../runner.ts'
import type { BridgeEnd, ReadResult, Step } from '../steps.ts'
import type { Version } from '../versions.ts'

/** Something an engine does, said in a sentence, and the run that shows it. */
export interface Fact {
  readonly id: string
  readonly says: string
  /** Plays it; the answer is a short text, the same for every run of a version. */
  readonly measure: (lab: Lab) => Promise<string>
  readonly expected: string
  /** Versions that behave otherwise, and how. */
  readonly except?: Partial<Record<Version, string>>
}

/** What a fact is measured with: one engine version, and as many JVMs as it takes. */
export interface Lab {
  readonly version: string
  readonly runner: Runner
  /** One more JVM of the same version, ended after the fact. */
  readonly another: () => Promise<Runner>
  /** Times the usual wait for what may never come: more than 1 where a busy machine may have been too slow. */
  readonly patience: number
}

const PATIENCE = [1, 3, 8]

/**
 * Measures facts one after the other on a version; `report` hears each as it ends. What differs is measured again in a
 * new JVM and with more patience, so that what a busy machine did is told from what a broker does.
 */
export async function measure(
  version: Version,
  facts: readonly Fact[],
  report: (fact: Fact, measured: string, expected: string) => void,
): Promise<void> {
  let runner = await Runner.start(version)
  for (const fact of facts) {
    const expected = fact.except?.[version] ?? fact.expected
    let measured = ''
    for (const patience of PATIENCE) {
      measured = await measureOnce(version, fact, runner, patience)
      if (measured === expected) break
      runner.kill()
      runner = await Runner.start(version)
    }
    report(fact, measured, expected)
  }
  await runner.close()
}

async function measureOnce(version: Version, fact: Fact, runner: Runner, patience: number): Promise<string> {
  const others: Runner[] = []
  const another = async (): Promise<Runner> => {
    const other = await Runner.start(version)
    others.push(other)
    return other
  }
  try {
    return await fact.measure({ version, runner, another, patience })
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    for (const other of others) other.kill()
  }
}

type Attributes = Connector['attributes']
type Filters = NonNullable<Connector['filters']>

/** A one-way connector, declared on `from`. */
export function oneWay(from: string, to: string, attributes: Attributes = {}, filters?: Filters): Connector {
  return { from, to, attributes: { name: `${from}-to-${to}`, ...attributes }, ...(filters && { filters }) }
}

/** A duplex connector, declared on `from`. */
export function duplex(from: string, to: string, attributes: Attributes = {}, filters?: Filters): Connector {
  return oneWay(from, to, { duplex: true, ...attributes }, filters)
}

/** A network of the brokers that its connectors name. */
export function network(connectors: readonly Connector[], more: Partial<Network> = {}): Network {
  const brokers = [...new Set(connectors.flatMap(({ from, to }) => [from, to]))].sort()
  return { brokers, connectors, ...more }
}

/** Messages to send: `20 a queue://orders`. */
export function sending(text: string, more: Partial<Producer> = {}): Producer {
  const [count = '', at = '', destination = ''] = text.split(' ')
  return { at, destination, count: Number(count), ...more }
}

/** A consumer: `id at destination`. */
export function consuming(text: string, more: Partial<Consumer> = {}): Consumer {
  const [id = '', at = '', destination = ''] = text.split(' ')
  return { id, at, destination, ...more }
}

export interface PlayOptions {
  readonly bridges?: readonly BridgeEnd[]
  readonly ordered?: boolean
  /** Brokers that start once the others are connected and have their consumers. */
  readonly late?: readonly string[]
  readonly quiet?: number
  readonly timeout?: number
}

/** Runs one probe on a network of its own and tells what arrived and what was left. */
export async function play(
  lab: Lab,
  lines: Network,
  producers: readonly Producer[],
  consumers: readonly Consumer[],
  options: PlayOptions = {},
): Promise<string> {
  const result = await playAll(lab, lines, [{ id: 'probe', producers, consumers }], options)
  return tell(result, 'probe')
}

export function playAll(
  lab: Lab,
  lines: Network,
  probes: readonly Probe[],
  options: PlayOptions = {},
): Promise<Result> {
  const brokers = toFiles(lines, takePorts(lines.brokers))
  return lab.runner.run({ id: 'fact', brokers, bridges: bridgeEnds(lines), probes, ...options })
}

/** `c 20, d 40 (20 different), left b 5 (2 in flight)`, or why nothing was run. */
export function tell(result: Result, probe: string): string {
  const refused = Object.entries(result.refused).map(([label, words]) => `${label} refused: ${words}`)
  if (refused.length > 0) return refused.join('; ')
  const { received, left, inflight } = result.probes[probe] ?? { received: {}, left: {}, inflight: {} }
  const parts = [
    ...result.missing.map((bridge) => `no bridge ${bridge}`),
    ...(result.settled || result.missing.length > 0 ? [] : ['not settled']),
    ...Object.entries(received).map(([id, { count, distinct }]) =>
      count === distinct ? `${id} ${count}` : `${id} ${count} (${distinct} different)`,
    ),
    ...Object.entries(left).map(([label, count]) =>
      inflight[label] ? `left ${label} ${count} (${inflight[label]} in flight)` : `left ${label} ${count}`,
    ),
  ]
  return parts.join(', ')
}

/**
 * Plays steps of one's own on a network, reads, and stops everything. The plan gets a step that starts the brokers
 * named, and one that waits until all bridges are up.
 */
export async function stepwise(
  lab: Lab,
  lines: Network,
  plan: (start: (...labels: readonly string[]) => Step, up: Step) => readonly Step[],
): Promise<ReadResult> {
  const files = await lab.runner.write(toFiles(lines, takePorts(lines.brokers)))
  const start = (...labels: readonly string[]): Step => ({
    do: 'start',
    brokers: labels.flatMap((label) => files.filter((file) => file.label === label)),
  })
  const steps = plan(start, { do: 'settle', bridges: bridgeEnds(lines) })
  const { results } = await lab.runner.perform([...steps, { do: 'read' }, { do: 'stop' }])
  return results[steps.length] as ReadResult
}

/** What these consumers got, and what is left on a queue: `new 0, left b 10`. */
export function summary({ consumers, brokers }: ReadResult, ids: readonly string[], queue = ''): string {
  const got = ids.map((id) => {
    const { count, distinct } = consumers[id] ?? { count: 0, distinct: 0 }
    return count === distinct ? `${id} ${count}` : `${id} ${count} (${distinct} different)`
  })
  const left = Object.entries(brokers).flatMap(([label, { queues }]) => {
    const size = queues[queue]?.size ?? 0
    return size > 0 ? [`left ${label} ${size}`] : []
  })
  return [...got, ...left].join(', ')
}
