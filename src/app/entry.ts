import { EMPTY_DOCUMENT, readDocumentText } from '@meshwright/model'
import { readOwn } from '../sources/index.ts'
import type { Store } from '../store/createStore.ts'
import { LAST_DESIGN, openDesign } from '../store/keeping/designs.ts'

/** Path in `public/` of the design that a first visit lands on. */
const EXAMPLE = 'gallery/eu-payments.json'

/** Opens what the address asks for; without a wish the design of last time, and on a first visit the example. */
export async function enter(store: Store, address: string): Promise<void> {
  if (await openAddress(store, address)) return
  const last = store.ports.memory.read(LAST_DESIGN)
  if (last && (await isOpened(store, last))) return
  const [newest] = await store.ports.library.list().catch(() => [])
  if (newest && (await isOpened(store, newest.id))) return
  await openExample(store)
}

async function isOpened(store: Store, id: string): Promise<boolean> {
  try {
    return (await store.ports.library.load(id)) !== undefined && (await openDesign(store, id))
  } catch {
    return false
  }
}

/** The finished example, beside the designs of this browser; an empty design where it cannot be loaded. */
export async function openExample(store: Store): Promise<void> {
  const text = await readOwn(EXAMPLE).catch(() => '')
  const outcome = readDocumentText(text)
  store.getState().open(outcome.ok ? outcome.value : EMPTY_DOCUMENT, outcome.ok ? { origin: 'example' } : {})
}

/**
 * Opens a link, or asks about a web address (`#src=…`). Nothing of this browser changes by that. Answers `false` where the
 * address has no wish.
 */
export async function openAddress(store: Store, address: string): Promise<boolean> {
  const source = /#src=(.+)$/s.exec(address)?.[1]
  if (source !== undefined) {
    if (store.getState().document === EMPTY_DOCUMENT) await openExample(store)
    store.getState().setSession({ dialog: 'open-url', dialogText: decoded(source) })
    return true
  }
  const hash = address.indexOf('#')
  if (!/(#|%23)/.test(address) || (hash >= 0 && address.slice(hash + 1).trim() === '')) return false
  const { decodeLink, hasPayload } = await import('@meshwright/model/share')
  if (!hasPayload(address)) return false
  const outcome = decodeLink(address)
  if (!outcome.ok) {
    store.getState().setSession({ damaged: outcome.problems[0].message })
    return true
  }
  const { document, view } = outcome.value
  const isView = view.mode !== undefined
  store.getState().open(document, { origin: 'link', readOnly: isView })
  store.getState().setSession({
    embed: view.mode === 'embed',
    embedPanels: view.panels,
    linkTheme: view.theme,
    lookAt: view.at,
    wantedFinding: view.check,
  })
  if (view.selected) store.getState().select(view.selected)
  const [problem] = outcome.problems
  if (problem) store.getState().toast(problem.message)
  return true
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
