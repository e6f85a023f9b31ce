import {
  isPair,
  nameOfElement,
  NOTE_SIZE,
  REGION_HEAD,
  type Box,
  type Broker,
  type BrokerId,
  type Client,
  type Document,
  type ElementId,
  type Network,
  type RegionId,
} from '@meshwright/model'
import { Position } from '@xyflow/react'
import { centerOf, sizeOf } from '../../store/geometry.ts'
import { HEAD, type FlowNode, type Light, type Shown } from './flow.ts'
import { nearby, type Nearby } from '../geometry/near.ts'
import type { Routes } from '../geometry/routes.ts'
import type { Side } from '../geometry/sides.ts'
import { brokerDetail, brokerWords, findingWords, placeOf, worst } from '../words.ts'

/** A broker with at least this many connectors is drawn as a hub from afar. */
const HUB_FROM = 4

/** z-order: regions, lines, heads of regions and labels, cards. */
export const Z = { region: 0, line: 1, selectedLine: 2, head: 3, card: 4 } as const

/** Where the cards stand; a box that is as before is the same object as before, and so is the map where all are. */
export function boxesOf(document: Document, former: ReadonlyMap<BrokerId, Box>): ReadonlyMap<BrokerId, Box> {
  let isSameMap = true
  const boxes = new Map<BrokerId, Box>()
  for (const broker of document.design.brokers) {
    const at = document.layout.brokers[broker.id]
    if (!at) continue
    const { width, height } = sizeOf(broker)
    const known = former.get(broker.id)
    const isSame = known?.x === at.x && known.y === at.y && known.width === width && known.height === height
    isSameMap &&= isSame
    boxes.set(broker.id, isSame ? known : { x: at.x, y: at.y, width, height })
  }
  return isSameMap && boxes.size === former.size ? former : boxes
}

/** Regions, notes and brokers as nodes, in the order in which they are drawn. */
export function flowNodes(
  shown: Shown,
  network: Network,
  boxes: ReadonlyMap<BrokerId, Box>,
  routes: Routes,
): readonly FlowNode[] {
  const cards = nearby(boxes.values())
  return [
    ...regionNodes(shown, network),
    ...noteNodes(shown),
    ...shown.document.design.brokers.flatMap((broker) => {
      const box = boxes.get(broker.id)
      return box ? [brokerNode(shown, network, broker, box, routes, roomFor(box, cards))] : []
    }),
  ]
}

/** More room than this no name needs, and cards of the same row are those whose middles are so near. */
const MOST_ROOM = 320
const SAME_ROW = 48

/** From the middle of a card to that of the next one in its row: names from afar stand in the middle below. */
function roomFor(box: Box, cards: Nearby): number {
  const { x, y } = centerOf(box)
  const row = { x: x - MOST_ROOM, y: y - SAME_ROW, width: 2 * MOST_ROOM, height: 2 * SAME_ROW }
  let room = MOST_ROOM
  for (const other of cards.around(row)) {
    const middle = centerOf(other)
    if (other !== box && Math.abs(middle.y - y) < SAME_ROW) room = Math.min(room, Math.abs(middle.x - x))
  }
  return room
}

/** What every element says of itself. */
export function common({ findings, touched, lit, renaming }: Shown, id: ElementId) {
  const light: Light = lit.length === 0 ? undefined : lit.includes(id) ? 'lit' : 'back'
  return {
    light,
    severity: worst(findings.get(id)),
    touched: touched?.ids.has(id) ? touched.severity : undefined,
    isRenaming: renaming === id,
  }
}

function brokerNode(
  shown: Shown,
  network: Network,
  broker: Broker,
  box: Box,
  routes: Routes,
  room: number,
): FlowNode {
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
      selectedClients: selectedOf(shown.selection, clients),
      room,
      isHub: isHub(busy),
      drop: shown.drop?.on === broker.id ? shown.drop.text : undefined,
    },
  }
}

/** Which of a card's clients are selected: their ids, joined. */
export function selectedOf(selection: readonly ElementId[], clients: readonly Client[]): string {
  return clients
    .map(({ id }) => id)
    .filter((id) => selection.includes(id))
    .join(',')
}

export function isHub(busy: Readonly<Record<Side, number>> | undefined): boolean {
  return busy !== undefined && busy.top + busy.right + busy.bottom + busy.left >= HUB_FROM
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
      drop: drop?.on === region.id ? drop.text : undefined,
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
