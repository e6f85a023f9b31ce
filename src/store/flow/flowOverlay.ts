import type { BrokerId, ConnectorId, ElementId } from '@meshwright/model'

/** What is drawn over the network while a route is read or a run of messages is watched. The panel that is open says it. */
export interface Overlay {
  /** Stand out; the rest steps back. Empty: nothing steps back. */
  readonly lit: readonly ElementId[]
  /** Brokers of the route that is shown, in the order of travel; empty where there is none. */
  readonly route: readonly BrokerId[]
  /** A consumer's demand on its way, the other way than messages. */
  readonly demands: readonly OverlayDemand[]
  /** Messages that stay on a broker. */
  readonly plates: readonly OverlayPlate[]
  /** Producers and consumers that are tried. They stand where the design's own clients stand. */
  readonly ends: readonly OverlayEnd[]
  /** A bridge that does not take messages, with the reason. */
  readonly stops: readonly OverlayStop[]
  /** Messages under way. */
  readonly messages: readonly OverlayMessage[]
}

export const NO_OVERLAY: Overlay = {
  lit: [],
  route: [],
  demands: [],
  plates: [],
  ends: [],
  stops: [],
  messages: [],
}

/** One bridge, as the drawing finds it: its connector and the broker it leads to. */
export interface OverlayBridge {
  readonly connector: ConnectorId
  readonly from: BrokerId
  readonly to: BrokerId
}

export interface OverlayDemand extends OverlayBridge {
  readonly isRefused: boolean
  /** The sentence it belongs to. */
  readonly step?: number
}

export interface OverlayPlate {
  readonly at: BrokerId
  readonly text: string
  /** One bar for each message. */
  readonly bars: number
  readonly step?: number
}

export interface OverlayEnd {
  readonly at: BrokerId
  readonly role: 'producer' | 'consumer'
  /** `7 of 20` */
  readonly text?: string
  readonly step?: number
}

export interface OverlayStop extends OverlayBridge {
  readonly text: string
}

export interface OverlayMessage extends OverlayBridge {
  readonly id: string
  readonly number: number
  /** How much of the way is made, 0 to 1. */
  readonly part: number
}
