/**
 * What the Java runner understands: a request is a list of steps, performed in order; the answer has a result
 * for each. Brokers and consumers live on between requests until a `stop` step without names ends them all.
 */
export type Step = StartStep | SettleStep | ConsumeStep | SendStep | CloseStep | ReadStep | StopStep

export interface StartStep {
  readonly do: 'start'
  readonly brokers: readonly BrokerStart[]
}

export interface BrokerStart {
  /** What this broker is called in the job; its `brokerName` may differ, or be shared by the two of a pair. */
  readonly label: string
  /** Path of its XML file. */
  readonly file: string
  /** It will wait for its store's lock: do not wait for it to start. */
  readonly standby?: boolean
}

/** Per label: `started`, `standby`, or else the words with which the broker refused to start. */
export type StartResult = Readonly<Record<string, string>>

/** Wait until these bridges are up and nothing changes any more. */
export interface SettleStep {
  readonly do: 'settle'
  readonly bridges?: readonly BridgeEnd[]
  /** Milliseconds without any change that count as settled; 300 by default. */
  readonly quiet?: number
  /** Milliseconds after which waiting ends all the same; 20,000 by default. */
  readonly timeout?: number
}

/** The near end of a bridge: the broker that forwards, and the client id of the bridge's connection there. */
export interface BridgeEnd {
  readonly at: string
  readonly clientId: string
}

export interface SettleResult {
  readonly settled: boolean
  readonly missing: readonly string[]
}

/** Where a client connects: the broker with this label in the same JVM, or any address. */
type Place = { readonly at: string } | { readonly uri: string }

export interface ConsumeStep {
  readonly do: 'consume'
  readonly consumers: readonly ConsumerStart[]
  /** Start one after the other, each when nothing has changed for this many milliseconds. At once by default. */
  readonly pace?: number
}

export type ConsumerStart = Place & {
  readonly id: string
  /** `queue://name?consumer.prefetchSize=1` or `topic://name`. */
  readonly destination: string
  readonly selector?: string
  /** Milliseconds spent on each message. */
  readonly delay?: number
  /** Takes its prefetch, and then neither delivers nor acknowledges: a consumer that hangs. */
  readonly hold?: boolean
  /** Name of a durable subscription; needs `clientId`. */
  readonly durable?: string
  /** A connection of its own, under this id; the others on a broker share one. */
  readonly clientId?: string
}

export interface SendStep {
  readonly do: 'send'
  readonly messages: readonly Sending[]
}

export type Sending = Place & {
  readonly destination: string
  readonly count: number
  readonly persistent?: boolean
  readonly properties?: Readonly<Record<string, string>>
}

export interface CloseStep {
  readonly do: 'close'
  readonly consumers: readonly string[]
  /** Also delete a durable consumer's subscription. */
  readonly unsubscribe?: boolean
}

export interface ReadStep {
  readonly do: 'read'
}

export interface ReadResult {
  readonly consumers: Readonly<Record<string, Received>>
  readonly brokers: Readonly<Record<string, BrokerState>>
}

export interface Received {
  /** Messages delivered, copies included. */
  readonly count: number
  /** Different messages among them. */
  readonly distinct: number
  /** The same by the value of the property `from`, of messages that have it. */
  readonly from?: Readonly<Record<string, Received>>
}

export interface BrokerState {
  /** Client ids of the bridges that forward from this broker. */
  readonly bridges: readonly string[]
  readonly queues: Readonly<Record<string, QueueState>>
}

export interface QueueState {
  /** Messages on the queue, those in flight included. */
  readonly size: number
  /** Messages handed to a consumer or bridge and not yet acknowledged. */
  readonly inflight: number
}

/** Stops these brokers; without names all brokers and all consumers. */
export interface StopStep {
  readonly do: 'stop'
  readonly brokers?: readonly string[]
}

export interface Answer {
  readonly id: number
  readonly results: readonly unknown[]
  /** Why the request ended early. */
  readonly failed?: string
  /** What the brokers logged as warnings and errors, each once, at most 40. */
  readonly warnings: readonly string[]
}
