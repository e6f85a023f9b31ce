import {
  addedIds,
  copyElements,
  GRID,
  isBrokerId,
  isNoteId,
  isRegionId,
  pasteFragment,
  readDocumentText,
  snap,
  writeDocumentText,
  type Box,
  type Document,
  type ElementId,
  type Fragment,
  type Point,
} from '@meshwright/model'
import type { Store } from '../createStore.ts'
import { around, boxOf } from '../geometry.ts'
import { remove } from './change.ts'
import { importFiles } from './importFiles.ts'
import { namesOf } from './names.ts'

/** What was copied last on this page, for browsers that keep their clipboard to themselves. */
const kept = new WeakMap<Store, string>()

/** Puts the selection on the clipboard, as the text of a design file that holds nothing else. */
export async function copy(store: Store): Promise<void> {
  const { document, session } = store.getState()
  const text = writeDocumentText(copyElements(document, session.selection))
  kept.set(store, text)
  store.ports.announce(`Copied ${namesOf(document.design, session.selection)}.`)
  try {
    await store.ports.clipboard.write(text)
  } catch {
    // The browser may forbid its clipboard; pasting on this page still works.
  }
}

export async function cut(store: Store): Promise<void> {
  const { selection } = store.getState().session
  await copy(store)
  remove(store, selection)
}

/** Puts what was copied on the drawing, beside where it came from, and selects it. A whole design can be pasted too. */
export async function paste(store: Store): Promise<void> {
  let text: string | undefined
  let isForbidden = false
  try {
    text = await store.ports.clipboard.read()
  } catch {
    // As above.
    isForbidden = true
  }
  const copied = readFragment(text)
  if (!copied && text !== undefined && holdsConfiguration(text)) return importText(store, text)
  const fragment = copied ?? readFragment(kept.get(store))
  if (fragment) place(store, fragment, 'paste')
  else
    store
      .getState()
      .toast(
        isForbidden
          ? 'This browser does not let the page see its clipboard. Paste XML of brokers into Import configuration….'
          : 'There is nothing to paste yet. Copy brokers, regions or notes, or the XML of a broker.',
      )
}

/** Tells text that brokers are configured with, or a guide that shows some, from what was copied here. */
export function holdsConfiguration(text: string): boolean {
  return /<([\w.-]+:)?(broker|networkConnectors?)[\s>/]/.test(text) || text.includes('AWS::AmazonMQ::')
}

/** Reads text as if it were a file of a broker. */
export async function importText(store: Store, text: string): Promise<void> {
  const isXml = text.trimStart().startsWith('<')
  const path = isXml ? 'pasted.xml' : /^\s*[{]/.test(text) ? 'pasted.json' : 'pasted.txt'
  await importFiles(store, [{ path, content: new TextEncoder().encode(text), named: true }])
}

/** Copies the selection beside itself. */
export function duplicate(store: Store): void {
  const { document, session } = store.getState()
  place(store, copyElements(document, session.selection), 'duplicate')
}

function place(store: Store, fragment: Fragment, verb: string): void {
  const { document, view } = store.getState()
  const hull = around(placesOf(fragment))
  const edit = pasteFragment(document, fragment, hull ? freeShift(document, hull) : { x: 0, y: 0 })
  const ids = selectable(addedIds(edit))
  if (edit.edits.length === 0) return
  const names = namesOf(fragment.design, selectable(idsOf(fragment)))
  store.getState().edit(edit, { label: `${verb} ${names}` })
  store.getState().select(ids)
  view?.reveal(ids)
}

function readFragment(text: string | undefined): Fragment | undefined {
  if (!text?.trimStart().startsWith('{')) return undefined
  const outcome = readDocumentText(text)
  return outcome.ok && idsOf(outcome.value).length > 0 ? outcome.value : undefined
}

function idsOf({ design }: Document): readonly ElementId[] {
  return [design.regions, design.brokers, design.notes].flatMap((list) =>
    list.map(({ id }) => id as ElementId),
  )
}

function selectable(ids: readonly ElementId[]): readonly ElementId[] {
  return ids.filter((id) => isBrokerId(id) || isRegionId(id) || isNoteId(id))
}

function placesOf(document: Document): readonly Box[] {
  return idsOf(document).flatMap((id) => boxOf(document, id) ?? [])
}

/** The first step down and to the right where nothing stands exactly there already. */
function freeShift(document: Document, hull: Box): Point {
  const corners = new Set(placesOf(document).map((box) => `${box.x},${box.y}`))
  const isTaken = (shift: number) => corners.has(`${snap(hull.x + shift)},${snap(hull.y + shift)}`)
  let shift = 3 * GRID
  while (isTaken(shift) && shift < 3000) shift += 3 * GRID
  return { x: shift, y: shift }
}
