import { ACTION_IDS, actionKeys, actionOf, canRun, runAction, type ActionId } from '../store/actions/index.ts'
import type { Store } from '../store/createStore.ts'

/** What of a key press counts. */
export interface Press {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * The chord of a key press as the table of actions writes it: `Mod+Shift+K`. `Mod` is Ctrl, on a Mac ⌘. Letters by what
 * is on the key (`event.key`), so that AZERTY works; digits with Shift by their place, since there they are other signs.
 */
export function chordOf(press: Press, isMac: boolean): string {
  const mod = isMac ? press.metaKey : press.ctrlKey
  const isLetter = /^[a-z]$/i.test(press.key)
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  const isNamed = press.key.length > 1
  const key = digit !== undefined && press.shiftKey ? digit : isLetter ? press.key.toUpperCase() : press.key
  // A sign such as ? or + is typed with Shift on some keyboards and without on others: there Shift is not part of it.
  const shift = press.shiftKey && (isLetter || isNamed || digit !== undefined)
  return [mod ? 'Mod' : '', press.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter(Boolean).join('+')
}

const BY_CHORD: ReadonlyMap<string, readonly ActionId[]> = (() => {
  const map = new Map<string, ActionId[]>()
  for (const id of ACTION_IDS)
    for (const keys of actionKeys(id)) map.set(keys, [...(map.get(keys) ?? []), id])
  return map
})()

/** Where a key was pressed: in a text field, on the drawing or nothing special, or on some other control. */
export type Place = 'typing' | 'drawing' | 'page'

/** The action that a chord means at a place, if it can be done now. */
export function actionFor(store: Store, chord: string, place: Place): ActionId | undefined {
  const state = store.getState()
  return BY_CHORD.get(chord)?.find((id) => {
    const { scope } = actionOf(id)
    if (place === 'typing' && scope !== 'typing') return false
    if (place === 'page' && scope === 'drawing') return false
    return canRun(state, id)
  })
}

/** Listens to the keyboard for the whole page. Open dialogs and menus keep their keys to themselves. */
export function listenToKeys(store: Store, isMac: boolean): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const target = event.target instanceof Element ? event.target : document.body
    if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return
    const place = placeOf(target)
    // Enter and Space belong to the button that has the focus.
    if (place === 'page' && (event.key === 'Enter' || event.key === ' ')) return
    const chord = chordOf(event, isMac)
    const action = actionFor(store, chord, place)
    if (!action) return
    event.preventDefault()
    runAction(store, action)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

function placeOf(target: Element): Place {
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return 'typing'
  if (target === document.body || target === document.documentElement) return 'drawing'
  const room = target.closest('[data-room="drawing"]')
  if (!room) return 'page'
  return target.closest('button, a') ? 'page' : 'drawing'
}
