export type Platform = 'mac' | 'other'

/** One key or chord as a person reads it, one entry for each key: `Mod+Shift+K` → `['Ctrl', 'Shift', 'K']`. */
export function keyNames(chord: string, platform: Platform): readonly string[] {
  const names = platform === 'mac' ? macNames : otherNames
  return splitChord(chord).map((key) => names[key] ?? key)
}

/**
 * The same chord for `aria-keyshortcuts`, which wants its own words: `Mod+K` → `Control+K` or `Meta+K`.
 *
 * @source WAI-ARIA 1.2, aria-keyshortcuts
 */
export function ariaKeys(chord: string, platform: Platform): string {
  return splitChord(chord)
    .map((key) => (key === 'Mod' ? (platform === 'mac' ? 'Meta' : 'Control') : (ariaNames[key] ?? key)))
    .join('+')
}

/** Which names the reader's keyboard has on it. `other` where there is no browser. */
export function thisPlatform(): Platform {
  if (typeof navigator === 'undefined') return 'other'
  return /mac|iphone|ipad/i.test(navigator.platform || navigator.userAgent) ? 'mac' : 'other'
}

/** A plus sign may itself be the last key: `Mod++`. */
function splitChord(chord: string): readonly string[] {
  if (chord === '+') return ['+']
  if (chord.endsWith('++')) return [...chord.slice(0, -2).split('+'), '+']
  return chord.split('+')
}

const shared: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
}
const otherNames: Readonly<Record<string, string>> = { ...shared, Mod: 'Ctrl' }
const macNames: Readonly<Record<string, string>> = {
  ...shared,
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Ctrl: '⌃',
  Enter: '↩',
  Backspace: '⌫',
}
const ariaNames: Readonly<Record<string, string>> = { Ctrl: 'Control', '+': 'Plus', ' ': 'Space' }
