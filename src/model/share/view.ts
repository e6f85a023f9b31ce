import { kindOf, type ElementId } from '../design/ids.ts'

/** Where to look and how to open: what a link says beside the design. Never part of a design. */
export interface View {
  /** The middle of what is seen, in pixels of the drawing, and how large, in percent. */
  readonly at?: { readonly x: number; readonly y: number; readonly zoom: number }
  /** What is selected. */
  readonly selected?: readonly ElementId[]
  /** The finding to show: its check; what it touches is selected. */
  readonly check?: string
  /** `view`: to look at. `embed`: in somebody else's page. Absent: the reader's own copy. */
  readonly mode?: 'view' | 'embed'
  /** The theme to show it in. Absent: the reader's. */
  readonly theme?: 'light' | 'dark'
  /** With `embed`: the panels under the drawing, the first one open. Absent: none. */
  readonly panels?: readonly ViewPanel[]
}

/** What a panel of the page is called in a link. */
export type ViewPanel = (typeof VIEW_PANELS)[number]

/** The panels that a link can open, by their names in the address. */
export const VIEW_PANELS = ['findings', 'reach', 'flow', 'xml', 'summary', 'outline'] as const

/** `&v=120.-40.80&s=b3.c4&check=…&m=embed&t=dark&p=findings.xml`, or nothing. The ids are those of the canonical document. */
export function writeView({ at, selected, check, mode, theme, panels }: View): string {
  return [
    at ? `&v=${whole(at.x)}.${whole(at.y)}.${whole(at.zoom)}` : '',
    selected && selected.length > 0 ? `&s=${selected.join('.')}` : '',
    check ? `&check=${check}` : '',
    mode ? `&m=${mode}` : '',
    theme ? `&t=${theme}` : '',
    panels && panels.length > 0 ? `&p=${panels.join('.')}` : '',
  ].join('')
}

/** Reads what `writeView` wrote from a fragment. What it does not understand is passed over: it is only a view. */
export function readView(fragment: string): View {
  const part = (key: string, value: string) => new RegExp(`&${key}=(${value})`).exec(fragment)?.[1]
  const place = part('v', '-?\\d{1,7}\\.-?\\d{1,7}\\.\\d{1,4}')
  const [x = 0, y = 0, zoom = 100] = place?.split('.').map(Number) ?? []
  const selected = part('s', '[rbckn]\\d{1,9}(?:\\.[rbckn]\\d{1,9}){0,999}')?.split('.')
  const check = part('check', '[a-z][a-z0-9-]{0,99}')?.replace(/-+$/, '')
  const mode = part('m', 'view|embed')
  const theme = part('t', 'light|dark')
  const names = new Set(part('p', '[a-z]{1,12}(?:\\.[a-z]{1,12}){0,19}')?.split('.'))
  const panels = VIEW_PANELS.filter((panel) => names.has(panel))
  return {
    ...(place ? { at: { x, y, zoom } } : {}),
    ...(selected ? { selected: selected.filter((id): id is ElementId => kindOf(id) !== undefined) } : {}),
    ...(check ? { check } : {}),
    ...(mode === 'view' || mode === 'embed' ? { mode } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(panels.length > 0 ? { panels } : {}),
  }
}

function whole(value: number): string {
  return String(Math.round(value) + 0)
}
