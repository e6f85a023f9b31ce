import {
  effectiveName,
  REGION_HEAD,
  type Box,
  type BrokerId,
  type Network,
  type Point,
} from '@meshwright/model'
import { centerOf } from '../../store/geometry.ts'
import type { FlowEdge, Shown } from './flow.ts'
import { common, isHub, Z } from './flowNodes.ts'
import { placeLabels } from '../geometry/labels.ts'
import type { Curve } from '../geometry/curve.ts'
import type { Leg } from '../geometry/legs.ts'
import type { Routes } from '../geometry/routes.ts'
import { connectorLabel, fitLabel, labelText, labelWidth, type LabelPart } from '../connectorLabel.ts'
import { connectorWords, worst } from '../words.ts'

/** Connectors as edges, one for each leg that can be drawn. */
export function flowEdges(
  shown: Shown,
  network: Network,
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  routes: Routes,
): readonly FlowEdge[] {
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
        name: effectiveName(connector),
        declaredOn: network.nameOf(connector.from),
        duplex: connector.settings.duplex === true,
        curve: route.curve,
        fromSide: route.from,
        label: fitLabel(label, worst(own) !== undefined, roomOn(route.curve)),
        labelWords: label.map(labelText).join(', '),
        labelAt: places.get(leg.id),
        from: centerOf(a),
        to: centerOf(b),
        fromHub: isHub(routes.busy.get(leg.from)),
        toHub: isHub(routes.busy.get(leg.to)),
        crossesRegions: network.broker(leg.from)?.region !== network.broker(leg.to)?.region,
        step: steps.get(leg.id) ?? 0,
      },
    }
    return [edge]
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
    const width = labelWidth(fitLabel(label, hasMark, roomOn(route.curve)), hasMark)
    return [{ id: leg.id, curve: route.curve, width, height: 22, between: pairKey(leg) }]
  })
  const heads = Object.values(shown.document.layout.regions).flatMap((box) =>
    box ? [{ ...box, height: REGION_HEAD }] : [],
  )
  return placeLabels(wishes, [...routes.boxes.values(), ...heads])
}

/** The two brokers that a line joins, whichever way. */
function pairKey({ from, to }: Leg): string {
  return [from, to].toSorted().join()
}

/** px that a label may be wide without covering a card: of a line that runs across, its length without the plug. */
function roomOn({ start, end }: Curve): number {
  const [across, down] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)]
  return across > down ? Math.max(40, across - 16) : Infinity
}

/** Parallel connectors of two brokers, counted off from the middle: −½, ½ for two; −1, 0, 1 for three. */
function parallelSteps(legs: readonly Leg[]): ReadonlyMap<string, number> {
  const groups = new Map<string, Leg[]>()
  for (const leg of legs) {
    const key = pairKey(leg)
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
