import type { Connector, Network } from '@meshwright/model'

/** One thing on a connector's label. */
export type LabelPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'filter'; readonly text: string; readonly more: number; readonly excludes: boolean }

/** What of a connector is not as usual: hops, filters, conduit. Empty where all is; never a wall of attributes. */
export function connectorLabel(network: Network, connector: Connector): readonly LabelPart[] {
  const parts: LabelPart[] = []
  const message = hopsOf(network, connector, 'messageTtl')
  const consumer = hopsOf(network, connector, 'consumerTtl')
  if (message !== 1 || consumer !== 1) {
    parts.push({
      kind: 'words',
      text: message === consumer ? `TTL ${hops(message)}` : `TTL ${hops(message)} / ${hops(consumer)}`,
    })
  }
  const { dynamic: included = [], excluded = [], static: statics = [] } = connector.filters
  const [shown] = included.length > 0 ? included : excluded
  if (shown) {
    const more = included.length + excluded.length - 1
    parts.push({ kind: 'filter', text: shown.name, more, excludes: included.length === 0 })
  }
  const [fixed] = statics
  if (fixed)
    parts.push({
      kind: 'words',
      text: statics.length > 1 ? `static ${fixed.name} +${statics.length - 1}` : `static ${fixed.name}`,
    })
  if (connector.settings.conduitSubscriptions === false) parts.push({ kind: 'words', text: 'conduit off' })
  return parts
}

function hopsOf(network: Network, connector: Connector, key: 'messageTtl' | 'consumerTtl'): number {
  const { settings } = connector
  return settings.networkTtl ?? settings[key] ?? 1
}

function hops(count: number): string {
  return count < 0 ? '∞' : String(count)
}

/** Width of a label in px, near enough to keep it off others. */
export function labelWidth(parts: readonly LabelPart[], hasMark: boolean): number {
  const text = parts.reduce((sum, part) => sum + partWidth(part), 0)
  return parts.length === 0 ? 24 : 16 + text + (hasMark ? 20 : 0)
}

/** px of a letter of a label. */
const LETTER = 6.6

function partWidth(part: LabelPart): number {
  return labelText(part).length * LETTER + (part.kind === 'filter' ? 22 : 6)
}

/**
 * As much of a label as fits: all of it, else the parts that do and how many more there are, else the beginning of the
 * first. The same list where all fits.
 */
export function fitLabel(parts: readonly LabelPart[], hasMark: boolean, room: number): readonly LabelPart[] {
  if (labelWidth(parts, hasMark) <= room) return parts
  for (let count = parts.length - 1; count > 0; count--) {
    const fewer: LabelPart[] = [...parts.slice(0, count), { kind: 'words', text: `+${parts.length - count}` }]
    if (labelWidth(fewer, hasMark) <= room) return fewer
  }
  const [first] = parts
  if (!first) return parts
  const rest = room - labelWidth([{ ...first, text: '' }], hasMark)
  const letters = Math.max(4, Math.floor(rest / LETTER) - 1)
  if (labelText(first).length <= letters + 1) return [first]
  return [
    { ...first, text: `${first.text.slice(0, letters)}…`, ...(first.kind === 'filter' ? { more: 0 } : {}) },
  ]
}

/** px of the short form of a label; more of its first part would hardly say more. */
const SHORT = 96

/**
 * What a label can say, the longest form first: as much as fits, its first part and how many more there are, and nothing
 * but its mark. Which of them is drawn depends on the room on its line.
 */
export function labelForms(
  parts: readonly LabelPart[],
  hasMark: boolean,
  room: number,
): readonly (readonly LabelPart[])[] {
  if (parts.length === 0) return [parts]
  const long = fitLabel(parts, hasMark, room)
  const short = fitLabel(parts, hasMark, Math.min(room, SHORT))
  return labelWidth(short, hasMark) < labelWidth(long, hasMark) ? [long, short, []] : [long, []]
}

export function labelText(part: LabelPart): string {
  if (part.kind === 'words') return part.text
  return part.more > 0 ? `${part.text} +${part.more}` : part.text
}
