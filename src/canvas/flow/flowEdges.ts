import { effectiveName, type Box, type BrokerId, type Network, type Point } from '@meshwright/model'
import { centerOf } from '../../store/geometry.ts'
import type { FlowEdge, Shown } from './flow.ts'
import { common, isHub, Z } from './flowNodes.ts'
import { placeLabels } from '../geometry/labels.ts'
import type { Curve } from '../geometry/curve.ts'
import type { Leg } from '../geometry/legs.ts'
import type { Routes } from '../geometry/routes.ts'
import { connectorLabel, labelForms, labelText, labelWidth, type LabelPart } from '../connectorLabel.ts'
import { connectorWords, worst } from '../words.ts'

/** Connectors as edges, one for each leg that can be drawn. */
export function flowEdges(
  shown: Shown,
  network: Network,
  legs: readonly Leg[],
  boxes: ReadonlyMap<BrokerId, Box>,
  routes: Routes,
): readonly FlowEdge[] {
  const labels = labelsOf(shown, network, legs, routes)
  const steps = parallelSteps(legs)
  return legs.flatMap((leg) => {
    const connector = network.connector(leg.connector)
    const route = routes.of.get(leg.id)
    const a = boxes.get(leg.from)
    const b = boxes.get(leg.to)
    if (!connector || !route || !a || !b) return []
    const label = labels.get(leg.id)
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
      ariaLabel: connectorWords(network, connector, label?.whole ?? [], own),
      data: {
        ...common(shown, connector.id),
        connector: connector.id,
        name: effectiveName(connector),
        declaredOn: network.nameOf(connector.from),
        duplex: connector.settings.duplex === true,
        curve: route.curve,
        fromSide: route.from,
        label: label?.shown ?? NO_LABEL,
        wholeLabel: label?.whole ?? NO_LABEL,
        labelWords: label?.whole.map(labelText).join(', ') ?? '',
        labelAt: label?.at,
        isLabelHidden: label?.isHidden ?? false,
        from: centerOf(a),
        to: centerOf(b),
        far: route.far,
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

interface Label {
  readonly whole: readonly LabelPart[]
  readonly shown: readonly LabelPart[]
  /** Absent where there is nothing to write. */
  readonly at: Point | undefined
  readonly isHidden: boolean
}

/** What is written on each connector's first line, and where. */
function labelsOf(
  shown: Shown,
  network: Network,
  legs: readonly Leg[],
  routes: Routes,
): ReadonlyMap<string, Label> {
  const labels = new Map<string, { whole: readonly LabelPart[]; forms: readonly (readonly LabelPart[])[] }>()
  const wishes = legs.flatMap((leg) => {
    const route = routes.of.get(leg.id)
    const connector = network.connector(leg.connector)
    if (!route || !connector || leg.id !== leg.connector) return []
    const whole = connectorLabel(network, connector)
    const hasMark = worst(shown.findings.get(leg.connector)) !== undefined
    const forms = labelForms(whole, hasMark, roomOn(route.curve))
    labels.set(leg.id, { whole, forms })
    if (whole.length === 0 && !hasMark && shown.renaming !== leg.connector) return []
    const widths = forms.map((form) => labelWidth(form, hasMark))
    return [{ id: leg.id, curve: route.curve, widths, between: pairKey(leg) }]
  })
  const places = placeLabels(wishes, [...routes.boxes.values(), ...routes.words.values()], routes.of)
  return new Map(
    [...labels].map(([id, { whole, forms }]): [string, Label] => {
      const place = places.get(id)
      const { at, form = forms.length - 1 } = place ?? {}
      const isHidden = place !== undefined && place.form === undefined
      return [id, { whole, shown: forms[form] ?? NO_LABEL, at, isHidden }]
    }),
  )
}

/** The two brokers that a line joins, whichever way. */
function pairKey({ from, to }: Leg): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`
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
