import { networkOf, type Box, type BrokerId, type NoteId, type RegionId } from '@meshwright/model'
import { centerOf } from '../store/geometry.ts'
import type { ConnectorData, Flow, FlowEdge, FlowNode, Shown } from './flow.ts'
import { flowEdges } from './flowEdges.ts'
import { boxesOf, flowNodes } from './flowNodes.ts'
import { elementIdOf } from './fromFlow.ts'
import { pointAt } from './geometry/curve.ts'
import { legsOf } from './geometry/legs.ts'
import { NO_ROUTES, rerouteMoved, routeLegs, type Route } from './geometry/routes.ts'
import { keepEdge, keepList, keepNode } from './keep.ts'

export const EMPTY_FLOW: Flow = { nodes: [], edges: [], routes: NO_ROUTES }

/**
 * What React Flow draws of a document. Pure; nodes, edges and lists that come out as before are the same objects as in
 * the former answer, so that only what changed is drawn anew.
 */
export function toFlow(shown: Shown, former: Flow = EMPTY_FLOW): Flow {
  if (isOnlyMoved(shown, former.shown)) return afterMove(shown, former)
  const { document } = shown
  const network = networkOf(document.design)
  const boxes = boxesOf(document, former.routes.boxes)
  const legs = legsOf(document.design.connectors).all
  const routes = routeLegs(legs, boxes, former.routes)
  const knownNodes = new Map(former.nodes.map((node) => [node.id, node]))
  const nodes = flowNodes(shown, network, boxes, routes).map((node) =>
    keepNode(knownNodes.get(node.id), node),
  )
  const knownEdges = new Map(former.edges.map((edge) => [edge.id, edge]))
  const edges = flowEdges(shown, network, legs, boxes, routes).map((edge) =>
    keepEdge(knownEdges.get(edge.id), edge),
  )
  return { nodes: keepList(former.nodes, nodes), edges: keepList(former.edges, edges), routes, shown }
}

/** While something is in the hand, places change and nothing else: then the words of a thousand cards can stay. */
function isOnlyMoved(shown: Shown, former: Shown | undefined): former is Shown {
  return (
    former !== undefined &&
    shown.inHand &&
    former.inHand &&
    shown.document.design === former.document.design &&
    shown.findings === former.findings &&
    shown.selection === former.selection &&
    shown.touched === former.touched &&
    shown.lit === former.lit &&
    shown.renaming === former.renaming
  )
}

/** The former drawing with what moved in its new place; lines of what did not move keep their way until the drop. */
function afterMove(shown: Shown, former: Flow): Flow {
  const { document } = shown
  const boxes = boxesOf(document, former.routes.boxes)
  const moved = [...boxes.keys()].filter((id) => boxes.get(id) !== former.routes.boxes.get(id))
  const legs = legsOf(document.design.connectors)
  const { routes, changed } = rerouteMoved(legs.of, moved, boxes, former.routes)
  return {
    nodes: keepList(
      former.nodes,
      former.nodes.map((node) => movedNode(node, shown)),
    ),
    edges: keepList(
      former.edges,
      former.edges.map((edge) =>
        changed.has(edge.id) ? movedEdge(edge, boxes, routes.of.get(edge.id)) : edge,
      ),
    ),
    routes,
    shown,
  }
}

function movedNode(node: FlowNode, { document, drop }: Shown): FlowNode {
  const { brokers, regions, notes } = document.layout
  const id = elementIdOf(node.id) as BrokerId & RegionId & NoteId
  const at = brokers[id] ?? regions[id] ?? notes[id]
  if (!at) return node
  const isStill = at.x === node.position.x && at.y === node.position.y
  const placed = isStill ? node : { ...node, position: { x: at.x, y: at.y } }
  const text = drop?.on === id ? drop.text : undefined
  if (placed.type === 'region' && placed.data.drop !== text)
    return { ...placed, data: { ...placed.data, drop: text } }
  if (placed.type === 'broker' && placed.data.drop !== text)
    return { ...placed, data: { ...placed.data, drop: text } }
  return placed
}

function movedEdge(edge: FlowEdge, boxes: ReadonlyMap<BrokerId, Box>, route: Route | undefined): FlowEdge {
  const from = boxes.get(edge.source as BrokerId)
  const to = boxes.get(edge.target as BrokerId)
  if (!edge.data || !route || !from || !to) return edge
  const data: ConnectorData = {
    ...edge.data,
    curve: route.curve,
    fromSide: route.from,
    labelAt: edge.data.labelAt && pointAt(route.curve, 0.5),
    from: centerOf(from),
    to: centerOf(to),
  }
  return { ...edge, data }
}
