import {
  isBrokerId,
  isConnectorId,
  type BrokerId,
  type Document,
  type ElementId,
  type Point,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { boxOf, centerOf } from '../geometry.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const TOWARD: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/**
 * The broker that lies that way from an element: the nearest in a quarter circle, connected ones first. From a
 * connector it is the end that lies that way.
 */
export function neighbour(document: Document, from: ElementId, direction: Direction): BrokerId | undefined {
  const { design } = document
  const connector = isConnectorId(from) ? design.connectors.find((other) => other.id === from) : undefined
  const toward = TOWARD[direction]
  const candidates = connector ? [connector.from, connector.to] : design.brokers.map(({ id }) => id)
  const origin = connector ? middle(document, connector.from, connector.to) : pointOf(document, from)
  if (!origin) return undefined
  const connected = new Set(
    design.connectors.flatMap((other) =>
      other.from === from ? [other.to] : other.to === from ? [other.from] : [],
    ),
  )
  let best: { readonly id: BrokerId; readonly cost: number } | undefined
  for (const id of candidates) {
    const point = id === from ? undefined : pointOf(document, id)
    if (!point) continue
    const along = (point.x - origin.x) * toward.x + (point.y - origin.y) * toward.y
    const across = Math.abs((point.x - origin.x) * toward.y) + Math.abs((point.y - origin.y) * toward.x)
    if (along <= 0 || across > along * 1.5) continue
    const cost = (along + across * 2) * (connected.has(id) ? 0.5 : 1)
    if (!best || cost < best.cost) best = { id, cost }
  }
  return best?.id
}

/** Moves selection and keyboard focus to the neighbour that way. */
export function walk(store: Store, direction: Direction): void {
  const { document, session, view } = store.getState()
  const from = session.selection.at(-1) ?? document.design.brokers[0]?.id
  if (!from) return
  const next =
    session.selection.length === 0 && isBrokerId(from) ? from : neighbour(document, from, direction)
  if (!next) {
    store.ports.announce(`There is no broker further ${direction}.`)
    return
  }
  store.getState().select([next])
  view?.reveal([next])
  view?.focus(next)
}

function pointOf(document: Document, id: ElementId): Point | undefined {
  const box = boxOf(document, id)
  return box && centerOf(box)
}

function middle(document: Document, a: ElementId, b: ElementId): Point | undefined {
  const from = pointOf(document, a)
  const to = pointOf(document, b)
  return from && to && { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
}
