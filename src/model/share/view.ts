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
}

/** `&v=120.-40.80&s=b3.c4&check=…&m=view`, or nothing. The ids are those of the canonical document. */
export function writeView({ at, selected, check, mode }: View): string {
  return [
    at ? `&v=${whole(at.x)}.${whole(at.y)}.${whole(at.zoom)}` : '',
    selected && selected.length > 0 ? `&s=${selected.join('.')}` : '',
    check ? `&check=${check}` : '',
    mode ? `&m=${mode}` : '',
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
  return {
    ...(place ? { at: { x, y, zoom } } : {}),
    ...(selected ? { selected: selected.filter((id): id is ElementId => kindOf(id) !== undefined) } : {}),
    ...(check ? { check } : {}),
    ...(mode === 'view' || mode === 'embed' ? { mode } : {}),
  }
}

function whole(value: number): string {
  return String(Math.round(value) + 0)
}
