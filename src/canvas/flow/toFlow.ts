import {
  networkOf,
  type Box,
  type BrokerId,
  type Document,
  type NoteId,
  type Point,
  type RegionId,
} from '@meshwright/model'
import { centerOf } from '../../store/geometry.ts'
import type { ConnectorData, Flow, FlowEdge, FlowNode, Shown } from './flow.ts'
import { flowEdges } from './flowEdges.ts'
import { boxesOf, flowNodes } from './flowNodes.ts'
import { elementIdOf } from './fromFlow.ts'
import { pointAt, type Curve } from '../geometry/curve.ts'
import { headWords } from '../geometry/heads.ts'
import { legsOf } from '../geometry/legs.ts'
import { NO_ROUTES, rerouteMoved, routeLegs, type Route } from '../geometry/routes.ts'
import { keepEdge, keepList, keepNode } from './keep.ts'
import { reselectEdge, reselectNode } from './reselect.ts'

const NOTHING: ReadonlySet<string> = new Set()

export const EMPTY_FLOW: Flow = { nodes: [], edges: [], routes: NO_ROUTES, moving: NOTHING, still: [] }

/**
 * What React Flow draws of a document. Pure; nodes, edges and lists that come out as before are the same objects as in
 * the former answer, so that only what changed is drawn anew.
 */
export function toFlow(shown: Shown, former: Flow = EMPTY_FLOW): Flow {
  if (isOnlySelected(shown, former.shown)) return afterSelecting(shown, former)
  if (isOnlyMoved(shown, former.shown)) return afterMove(shown, former)
  const { document } = shown
  const network = networkOf(document.design)
  const boxes = boxesOf(document, former.routes.boxes)
  const legs = legsOf(document.design.connectors).all
  const routes = routeLegs(legs, boxes, former.routes, headWords(document, former.routes.words))
  const knownNodes = new Map(former.nodes.map((node) => [node.id, node]))
  const nodes = flowNodes(shown, network, boxes, routes).map((node) =>
    keepNode(knownNodes.get(node.id), node),
  )
  const knownEdges = new Map(former.edges.map((edge) => [edge.id, edge]))
  const edges = flowEdges(shown, network, legs, boxes, routes).map((edge) =>
    keepEdge(knownEdges.get(edge.id), edge),
  )
  const kept = keepList(former.edges, edges)
  return { nodes: keepList(former.nodes, nodes), edges: kept, still: kept, moving: NOTHING, routes, shown }
}

/** While something is in the hand, places change and nothing else: then the words of a thousand cards can stay. */
function isOnlyMoved(shown: Shown, former: Shown | undefined): former is Shown {
  return (
    former !== undefined &&
    shown.inHand &&
    shown.document.design === former.document.design &&
    shown.selection === former.selection &&
    isSaidTheSame(shown, former)
  )
}

/** A click that only selects changes two cards, not the words of all. */
function isOnlySelected(shown: Shown, former: Shown | undefined): former is Shown {
  return (
    former !== undefined &&
    shown.document === former.document &&
    shown.inHand === former.inHand &&
    shown.drop === former.drop &&
    isSaidTheSame(shown, former)
  )
}

function isSaidTheSame(shown: Shown, former: Shown): boolean {
  return (
    shown.findings === former.findings &&
    shown.touched === former.touched &&
    shown.lit === former.lit &&
    shown.renaming === former.renaming
  )
}

function afterSelecting(shown: Shown, former: Flow): Flow {
  const { selection } = shown
  const nodes = former.nodes.map((node) => reselectNode(node, selection))
  const edges = keepList(
    former.edges,
    former.edges.map((edge) => reselectEdge(edge, selection)),
  )
  const isStill = former.moving.size === 0
  const still = isStill ? edges : former.still.map((edge) => reselectEdge(edge, selection))
  return { ...former, nodes: keepList(former.nodes, nodes), edges, still, shown }
}

/** The former drawing with what moved in its new place; lines of what did not move keep their way until the drop. */
function afterMove(shown: Shown, former: Flow): Flow {
  const { document } = shown
  const boxes = boxesOf(document, former.routes.boxes)
  const moved = [...boxes.keys()].filter((id) => boxes.get(id) !== former.routes.boxes.get(id))
  const legs = legsOf(document.design.connectors)
  const { routes, changed } = rerouteMoved(legs.of, moved, boxes, former.routes)
  const isNews = [...changed].some((id) => !former.moving.has(id))
  const moving = isNews ? new Set([...former.moving, ...changed]) : former.moving
  return {
    nodes: keepList(
      former.nodes,
      former.nodes.map((node) => movedNode(node, shown)),
    ),
    edges:
      changed.size === 0
        ? former.edges
        : former.edges.map((edge) =>
            changed.has(edge.id) ? movedEdge(edge, boxes, routes.of.get(edge.id)) : edge,
          ),
    routes,
    moving,
    still: isNews ? former.still.filter(({ id }) => !moving.has(id)) : former.still,
    shown,
  }
}

function movedNode(node: FlowNode, { document, drop }: Shown): FlowNode {
  const at = placeOf(document, node)
  if (!at) return node
  const isStill = at.x === node.position.x && at.y === node.position.y
  const placed = isStill ? node : { ...node, position: { x: at.x, y: at.y } }
  if (placed.type === 'note' || placed.type === 'head') return placed
  const text = drop?.on === node.id ? drop.text : undefined
  if (placed.data.drop === text) return placed
  return { ...placed, data: { ...placed.data, drop: text } } as FlowNode
}

function placeOf({ layout }: Document, { id, type }: FlowNode): Point | undefined {
  if (type === 'broker') return layout.brokers[id as BrokerId]
  return type === 'note' ? layout.notes[id as NoteId] : layout.regions[elementIdOf(id) as RegionId]
}

function movedEdge(edge: FlowEdge, boxes: ReadonlyMap<BrokerId, Box>, route: Route | undefined): FlowEdge {
  const from = boxes.get(edge.source as BrokerId)
  const to = boxes.get(edge.target as BrokerId)
  if (!edge.data || !route || !from || !to) return edge
  const data: ConnectorData = {
    ...edge.data,
    curve: route.curve,
    fromSide: route.from,
    labelAt: edge.data.labelAt && alongside(edge.data.labelAt, edge.data.curve, route.curve),
    from: centerOf(from),
    to: centerOf(to),
    far: route.far,
  }
  return { ...edge, data }
}

/** As far off the middle of its line as it was. */
function alongside(label: Point, before: Curve, now: Curve): Point {
  const [from, to] = [pointAt(before, 0.5), pointAt(now, 0.5)]
  return { x: label.x - from.x + to.x, y: label.y - from.y + to.y }
}
