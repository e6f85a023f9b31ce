import {
  isPair,
  BROKER_SIZE,
  PAIR_SIZE,
  pasteFragment,
  snap,
  type Box,
  type Document,
  type Edit,
  type Point,
  type Region,
} from '@meshwright/model'
import { amazonRegion } from '@meshwright/model/targets'

/** Between what is there and what comes. */
const GAP = 80

/**
 * The edit that puts a whole design into another one: to the right of all that stands there, with names and ids that
 * are free. Target, engine and bridge user of the open design stay as they are.
 */
export function addTopology(open: Document, added: Document): Extract<Edit, { readonly type: 'batch' }> {
  const edit = pasteFragment(open, added, shiftBeside(open, added))
  const brought = added.design.regions.filter(
    ({ id, name }) => added.layout.regions[id] ?? !open.design.regions.some((other) => other.name === name),
  )
  let at = 0
  const edits = edit.edits.map((each) => (each.type === 'add-region' ? withCode(each, brought[at++]) : each))
  return { ...edit, edits }
}

/** Two groups of brokers may stand in one AWS Region: its code is no name that could be counted on, Ireland is not London. */
function withCode(edit: Extract<Edit, { readonly type: 'add-region' }>, source: Region | undefined): Edit {
  if (!source || !amazonRegion(source.name)) return edit
  return { ...edit, region: { ...edit.region, name: source.name } }
}

/** How far everything that comes must move so that nothing lies on what is there. */
export function shiftBeside(open: Document, added: Document): Point {
  const [there, comes] = [hullOf(open), hullOf(added)]
  if (!there || !comes) return { x: 0, y: 0 }
  return { x: snap(there.x + there.width + GAP - comes.x), y: snap(there.y - comes.y) }
}

function hullOf({ design, layout }: Document): Box | undefined {
  const boxes = [
    ...design.brokers.flatMap((broker) => {
      const at = layout.brokers[broker.id]
      return at ? [{ ...at, ...(isPair(broker) ? PAIR_SIZE : BROKER_SIZE) }] : []
    }),
    ...design.regions.flatMap(({ id }) => layout.regions[id] ?? []),
    ...design.notes.flatMap(({ id }) => layout.notes[id] ?? []),
  ]
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}
