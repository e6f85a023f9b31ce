import type { BridgeEnd, Received } from './steps.ts'

/** One network, started once, with any number of probes that run side by side on it. */
export interface Job {
  readonly id: string
  readonly brokers: readonly BrokerFile[]
  /** Labels of brokers that start once the others are connected and have their consumers. */
  readonly late?: readonly string[]
  /** Bridges that must be up before consumers start; see `bridgeEnds`. */
  readonly bridges: readonly BridgeEnd[]
  /** Each with destinations of its own, or they take each other's messages. */
  readonly probes: readonly Probe[]
  /** Milliseconds without change that count as settled; must exceed any consumer's `delay`. 300 by default. */
  readonly quiet?: number
  /** Milliseconds that each wait may take at most; 20,000 by default. */
  readonly timeout?: number
  /** Start the first consumer of every probe, wait, then the second, and so on. */
  readonly ordered?: boolean
  /** Quiet milliseconds between one consumer and the next; by default what `paceFor` the version says. */
  readonly pace?: number
}

export interface BrokerFile {
  readonly label: string
  readonly xml: string
}

export interface Probe {
  readonly id: string
  readonly producers: readonly Producer[]
  readonly consumers: readonly Consumer[]
}

export interface Producer {
  readonly at: string
  readonly destination: string
  readonly count: number
  readonly persistent?: boolean
  readonly properties?: Readonly<Record<string, string>>
}

export interface Consumer {
  readonly id: string
  readonly at: string
  readonly destination: string
  /** 1000 by default for queues. */
  readonly prefetch?: number
  readonly priority?: number
  readonly selector?: string
  /** Milliseconds spent on each message. */
  readonly delay?: number
  /** Hangs: takes its prefetch and acknowledges nothing. */
  readonly hold?: boolean
  /** Name of a durable subscription. */
  readonly durable?: string
}

export interface Result {
  readonly id: string
  /** Per label of a broker that did not start: what it said. Then nothing else was run. */
  readonly refused: Readonly<Record<string, string>>
  /** Bridges that were asked for and did not come up: `broker: client id`. */
  readonly missing: readonly string[]
  /** False when a wait ran out of time: the counts may not be final. */
  readonly settled: boolean
  /** Per broker the client ids of the bridges that forward from it. */
  readonly bridges: Readonly<Record<string, readonly string[]>>
  readonly probes: Readonly<Record<string, ProbeResult>>
  readonly warnings: readonly string[]
}

export interface ProbeResult {
  readonly received: Readonly<Record<string, Received>>
  /** Per broker, messages of the probe's queues that remain there, those in flight included. None: no entry. */
  readonly left: Readonly<Record<string, number>>
  /** The part of `left` that is handed out and not acknowledged. */
  readonly inflight: Readonly<Record<string, number>>
}
