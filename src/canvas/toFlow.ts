import {
  NOTE_SIZE,
  REGION_HEAD,
  isPair,
  nameOfElement,
  networkOf,
  remotesOf,
  type Box,
  type Broker,
  type BrokerId,
  type Client,
  type Connector,
  type Document,
  type ElementId,
  type Network,
  type Point,
  type RegionId,
} from '@meshwright/model'
import type { Finding, Severity } from '@meshwright/model/checks'
import { Position } from '@xyflow/react'
import { centerOf, sizeOf } from '../store/geometry.ts'
import { HEAD, type Flow, type FlowEdge, type FlowNode, type Light } from './flow.ts'
import { placeLabels } from './geometry/labels.ts'
import { NO_ROUTES, routeLegs, type Leg, type Routes } from './geometry/routes.ts'
import { keepList, keepNode, keepEdge } from './keep.ts'
import {
  brokerDetail,
  brokerWords,
  connectorLabel,
  connectorWords,
  findingWords,
  labelWidth,
  placeOf,
  worst,
  type LabelPart,
} from './words.ts'

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
  /** What dropping the cards in the hand would mean, said in the region that it is about. */
  readonly drop: { readonly region: RegionId; readonly text: string } | undefined
  readonly inHand: boolean
}

/** A broker with at least this many connectors is drawn as a hub from afar. */
const HUB_FROM = 4

/** z-order: regions, lines, heads of regions and labels, cards. */
export const Z = { region: 0, line: 1, selectedLine: 2, head: 3, card: 4 } as const

export const EMPTY_FLOW: Flow = { nodes: [], edges: [], routes: NO_ROUTES }

/**
 * What React Flow draws of a document. Pure; nodes, edges and lists that come out as before are the same objects as in
 * the former answer, so that only what changed is drawn anew.
 */
export function toFlow(shown: Shown, former: Flow = EMPTY_FLOW): Flow {
  const { document } = shown
  const network = networkOf(document.design)
  const boxes = boxesOf(document, former.routes.boxes)
  const legs = legsOf(document.design.connectors)
  const routes = routeLegs(legs, boxes, former.routes, { inHand: shown.inHand })
  const known = new Map(former.nodes.map((node) => [node.id, node]))
  const nodes = [
    ...regionNodes(shown, network),
    ...noteNodes(shown),
    ...document.design.brokers.flatMap((broker) => {
      const box = boxes.get(broker.id)
      return box ? [brokerNode(shown, network, broker, box, routes)] : []
    }),
  ].map((node) => keepNode(known.get(node.id), node))
  const edges = connectorEdges(shown, network, legs, boxes, routes, former)
  return { nodes: keepList(former.nodes, nodes), edges: keepList(former.edges, edges), routes }
}

function boxesOf(document: Document, former: ReadonlyMap<BrokerId, Box>): ReadonlyMap<BrokerId, Box> {
  const boxes = new Map<BrokerId, Box>()
  for (const broker of document.design.brokers) {
    const at = document.layout.brokers[broker.id]
    if (!at) continue
    const { width, height } = sizeOf(broker)
    const known = former.get(broker.id)
    const isSame = known?.x === at.x && known.y === at.y && known.width === width && known.height === height
    boxes.set(broker.id, isSame ? known : { x: at.x, y: at.y, width, height })
  }
  return boxes
}

/** One line for each broker that a connector leads to. */
export function legsOf(connectors: readonly Connector[]): readonly Leg[] {
  return connectors.flatMap((connector) =>
    remotesOf(connector).map((to, index) => ({
      id: index === 0 ? connector.id : `${connector.id}>${to}`,
      connector: connector.id,
      from: connector.from,
      to,
    })),
  )
}

function common({ findings, touched, lit, renaming }: Shown, id: ElementId) {
  const light: Light = lit.length === 0 ? undefined : lit.includes(id) ? 'lit' : 'back'
  return {
    light,
    severity: worst(findings.get(id)),
    touched: touched?.ids.has(id) ? touched.severity : undefined,
    isRenaming: renaming === id,
  }
}

function brokerNode(shown: Shown, network: Network, broker: Broker, box: Box, routes: Routes): FlowNode {
  const { width, height } = box
  const clients = network.clientsOn(broker.id)
  const busy = routes.busy.get(broker.id)
  const own = shown.findings.get(broker.id) ?? []
  return {
    id: broker.id,
    type: 'broker',
    position: { x: box.x, y: box.y },
    width,
    height,
    measured: { width, height },
    handles: HANDLES[isPair(broker) ? 'pair' : 'broker'],
    selected: shown.selection.includes(broker.id),
    zIndex: Z.card,
    ariaLabel: brokerWords(network, broker, own),
    data: {
      ...common(shown, broker.id),
      severity: worst([...own, ...clients.flatMap(({ id }) => shown.findings.get(id) ?? [])]),
      broker,
      detail: brokerDetail(network.design, broker),
      clients,
      clientsAt: (busy?.bottom ?? 0) > (busy?.top ?? 0) ? 'top' : 'bottom',
      selectedClients: selectedOf(shown, clients),
      isHub: lines(busy) >= HUB_FROM,
    },
  }
}

function selectedOf(shown: Shown, clients: readonly Client[]): string {
  return clients.filter(({ id }) => shown.selection.includes(id)).join()
}

function lines(busy: Readonly<Record<string, number>> | undefined): number {
  return busy ? Object.values(busy).reduce((sum, count) => sum + count, 0) : 0
}

/** Where React Flow may start and end a line by hand. Lines that are drawn find their own places. */
function handlesFor({
  width,
  height,
}: {
  readonly width: number
  readonly height: number
}): NonNullable<FlowNode['handles']> {
  return [
    { id: 'rim', type: 'source', position: Position.Right, x: 0, y: 0, width, height },
    { id: 'card', type: 'target', position: Position.Left, x: 0, y: 0, width, height },
  ]
}

const HANDLES = {
  broker: handlesFor(sizeOf({ instances: [{}] })),
  pair: handlesFor(sizeOf({ instances: [{}, {}] })),
}

function regionNodes(shown: Shown, network: Network): FlowNode[] {
  const { document, findings, selection, drop } = shown
  const held = new Map<
    RegionId,
    { brokers: number; counts: { error: number; warning: number; note: number } }
  >()
  for (const broker of document.design.brokers) {
    if (!broker.region) continue
    const entry = held.get(broker.region) ?? { brokers: 0, counts: { error: 0, warning: 0, note: 0 } }
    entry.brokers += 1
    const severity = worst(findings.get(broker.id))
    if (severity) entry.counts[severity] += 1
    held.set(broker.region, entry)
  }
  return network.design.regions.flatMap((region): FlowNode[] => {
    const box = document.layout.regions[region.id]
    if (!box) return []
    const { brokers = 0, counts = { error: 0, warning: 0, note: 0 } } = held.get(region.id) ?? {}
    const data = {
      ...common(shown, region.id),
      region,
      place: placeOf(region.name),
      brokers,
      counts,
      isSelected: selection.includes(region.id),
      drop: drop?.region === region.id ? drop.text : undefined,
    }
    const { x, y, width, height } = box
    const words = [
      `Region ${region.name}`,
      data.place,
      brokers === 1 ? '1 broker' : `${brokers} brokers`,
      findingWords(findings.get(region.id) ?? []),
    ]
    return [
      {
        id: region.id,
        type: 'region',
        position: { x, y },
        width,
        height,
        measured: { width, height },
        handles: [],
        zIndex: Z.region,
        selectable: false,
        focusable: false,
        draggable: false,
        connectable: false,
        data,
      },
      {
        id: region.id + HEAD,
        type: 'head',
        position: { x, y },
        width,
        height: REGION_HEAD,
        measured: { width, height: REGION_HEAD },
        handles: [],
        zIndex: Z.head,
        selected: data.isSelected,
        connectable: false,
        ariaLabel: words.filter(Boolean).join(', '),
        data,
      },
    ]
  })
}

function noteNodes(shown: Shown): FlowNode[] {
  const { design, layout } = shown.document
  return design.notes.flatMap((note): FlowNode[] => {
    const box = layout.notes[note.id]
    if (!box) return []
    const { width, height } = { ...NOTE_SIZE, ...box }
    const about = note.about && nameOfElement(design, note.about)
    return [
      {
        id: note.id,
        type: 'note',
        position: { x: box.x, y: box.y },
        width,
        height,
        measured: { width, height },
        handles: [],
        zIndex: Z.card,
        selected: shown.selection.includes(note.id),
        connectable: false,
        ariaLabel: `Note${about ? ` about ${about}` : ''}: ${note.text || 'empty'}`,
        data: { ...common(shown, note.id), note, about },
      },
    ]
  })
}

function connectorEdges(
  shown: Shown,
  network: Network,
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  routes: Routes,
  former: Flow,
): readonly FlowEdge[] {
  const known = new Map(former.edges.map((edge) => [edge.id, edge]))
  const labels = new Map<string, readonly LabelPart[]>()
  for (const leg of legs) {
    const connector = network.connector(leg.connector)
    if (connector && leg.id === connector.id) labels.set(leg.id, connectorLabel(network, connector))
  }
  const places = labelPlaces(shown, legs, labels, routes)
  const steps = parallelSteps(legs)
  return legs.flatMap((leg) => {
    const connector = network.connector(leg.connector)
    const route = routes.of.get(leg.id)
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!connector || !route || !a || !b) return []
    const label = labels.get(leg.id) ?? NO_LABEL
    const own = shown.findings.get(connector.id) ?? []
    const isSelected = shown.selection.includes(connector.id)
    const edge: FlowEdge = {
      id: leg.id,
      type: 'connector',
      source: leg.from,
      target: leg.to,
      sourceHandle: 'rim',
      targetHandle: 'card',
      selected: isSelected,
      zIndex: isSelected ? Z.selectedLine : Z.line,
      ariaLabel: connectorWords(network, connector, label, own),
      data: {
        ...common(shown, connector.id),
        connector: connector.id,
        name: nameOfElement(network.design, connector.id),
        declaredOn: network.nameOf(connector.from),
        duplex: connector.settings.duplex === true,
        curve: route.curve,
        fromSide: route.from,
        label,
        labelAt: places.get(leg.id),
        from: centerOf(a),
        to: centerOf(b),
        fromHub: lines(routes.busy.get(leg.from)) >= HUB_FROM,
        toHub: lines(routes.busy.get(leg.to)) >= HUB_FROM,
        crossesRegions: network.broker(leg.from)?.region !== network.broker(leg.to)?.region,
        step: steps.get(leg.id) ?? 0,
      },
    }
    return [keepEdge(known.get(leg.id), edge)]
  })
}

const NO_LABEL: readonly LabelPart[] = []

function labelPlaces(
  shown: Shown,
  legs: readonly Leg[],
  labels: ReadonlyMap<string, readonly LabelPart[]>,
  routes: Routes,
): ReadonlyMap<string, Point> {
  const wishes = legs.flatMap((leg) => {
    const route = routes.of.get(leg.id)
    if (!route || leg.id !== leg.connector) return []
    const label = labels.get(leg.id) ?? NO_LABEL
    const hasMark = worst(shown.findings.get(leg.connector)) !== undefined
    const isRenaming = shown.renaming === leg.connector
    if (label.length === 0 && !hasMark && !isRenaming) return []
    return [{ id: leg.id, curve: route.curve, width: labelWidth(label, hasMark), height: 22 }]
  })
  const heads = Object.values(shown.document.layout.regions).flatMap((box) =>
    box ? [{ ...box, height: REGION_HEAD }] : [],
  )
  return placeLabels(wishes, [...routes.boxes.values(), ...heads])
}

/** Parallel connectors of two brokers, counted off from the middle: −½, ½ for two; −1, 0, 1 for three. */
function parallelSteps(legs: readonly Leg[]): ReadonlyMap<string, number> {
  const groups = new Map<string, Leg[]>()
  for (const leg of legs) {
    const key = [leg.from, leg.to].toSorted().join()
    const group = groups.get(key)
    if (group) group.push(leg)
    else groups.set(key, [leg])
  }
  const steps = new Map<string, number>()
  for (const group of groups.values()) {
    const [first] = group
    group.forEach((leg, index) => {
      const step = index - (group.length - 1) / 2
      // A step is to the right of travel, so a connector the other way round counts from the other side.
      steps.set(leg.id, leg.from === first?.from ? step : -step)
    })
  }
  return steps
}
