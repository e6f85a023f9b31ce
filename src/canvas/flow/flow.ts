import type {
  Broker,
  BrokerId,
  Client,
  ConnectorId,
  Document,
  ElementId,
  Note,
  Point,
  Region,
  RegionId,
} from '@meshwright/model'
import type { Finding, Severity } from '@meshwright/model/checks'
import type { Edge, Node } from '@xyflow/react'
import type { LabelPart } from '../connectorLabel.ts'
import type { Curve } from '../geometry/curve.ts'
import type { Side } from '../geometry/sides.ts'
import type { Routes } from '../geometry/routes.ts'

/** Whether something stands out while something else is shown: a route, a hovered row. */
export type Light = 'lit' | 'back' | undefined

interface Common {
  readonly light: Light
  /** The worst of its own findings. */
  readonly severity: Severity | undefined
  /** The selected finding touches it. */
  readonly touched: Severity | undefined
  readonly isRenaming: boolean
}

export interface BrokerData extends Common, Record<string, unknown> {
  readonly broker: Broker
  readonly detail: string
  readonly clients: readonly Client[]
  /** The edge its clients are docked on: the one with fewer lines. */
  readonly clientsAt: 'top' | 'bottom'
  readonly selectedClients: string
  /** px across that its name may take from afar without meeting the name beside it. */
  readonly room: number
  /** Many connectors meet here. */
  readonly isHub: boolean
  /** What dropping the outside broker in the hand on it would mean. */
  readonly drop: string | undefined
}

export interface RegionData extends Common, Record<string, unknown> {
  readonly region: Region
  readonly place: string | undefined
  readonly brokers: number
  readonly counts: { readonly error: number; readonly warning: number; readonly note: number }
  readonly isSelected: boolean
  /** What a drop would mean right now. */
  readonly drop: string | undefined
}

export interface NoteData extends Common, Record<string, unknown> {
  readonly note: Note
  readonly about: string | undefined
}

export interface ConnectorData extends Common, Record<string, unknown> {
  readonly connector: ConnectorId
  readonly name: string
  readonly declaredOn: string
  readonly duplex: boolean
  readonly curve: Curve
  /** The side of the declaring broker's card that it leaves. */
  readonly fromSide: Side
  /** As much as there is room for; nothing where only a mark has room. */
  readonly label: readonly LabelPart[]
  /** All of it, for when it is selected or pointed at. */
  readonly wholeLabel: readonly LabelPart[]
  /** All that it says, in one line. */
  readonly labelWords: string
  /** Absent where nothing is to be written on the line. */
  readonly labelAt: Point | undefined
  /** Not even a mark has room: the label is shown only when it is selected or pointed at. */
  readonly isLabelHidden: boolean
  /** From centre to centre, for the drawing from afar. */
  readonly from: Point
  readonly to: Point
  /** Where it bends around other cards there; nowhere where nothing stands between the two. */
  readonly far: readonly Point[]
  readonly fromHub: boolean
  readonly toHub: boolean
  /** Between regions, both lanes are drawn even from afar. */
  readonly crossesRegions: boolean
  /** Parallel connectors stand side by side from afar too: steps off the straight line. */
  readonly step: number
}

export type BrokerFlowNode = Node<BrokerData, 'broker'>
export type RegionFlowNode = Node<RegionData, 'region'>
export type RegionHeadFlowNode = Node<RegionData, 'head'>
export type NoteFlowNode = Node<NoteData, 'note'>
export type FlowNode = BrokerFlowNode | RegionFlowNode | RegionHeadFlowNode | NoteFlowNode
export type FlowEdge = Edge<ConnectorData, 'connector'>

/** Everything that the drawing shows. */
export interface Shown {
  readonly document: Document
  readonly selection: readonly ElementId[]
  /** The open findings of each element, worst first. */
  readonly findings: ReadonlyMap<ElementId, readonly Finding[]>
  /** The finding that is open, and what it touches. */
  readonly touched: { readonly severity: Severity; readonly ids: ReadonlySet<ElementId> } | undefined
  readonly lit: readonly ElementId[]
  readonly renaming: ElementId | undefined
  /** What dropping the cards in the hand would mean, said at the region or the broker that it is about. */
  readonly drop: { readonly on: RegionId | BrokerId; readonly text: string } | undefined
  /** Something is being dragged. */
  readonly inHand: boolean
}

/** A document as React Flow draws it, and what the next one needs in order to keep what did not change. */
export interface Flow {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
  readonly routes: Routes
  /** The lines that were drawn anew since something was taken in the hand. */
  readonly moving: ReadonlySet<string>
  /** All others: the same list for as long as that lasts. */
  readonly still: readonly FlowEdge[]
  /** What it was made of; absent for an empty drawing. */
  readonly shown?: Shown
}

/** Node ids are element ids; the head of a region is a node of its own, because it stands above the lines. */
export const HEAD = ':head'
