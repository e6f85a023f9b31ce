import type { ElementId } from '@meshwright/model'

export type PanelId = 'findings' | 'reach' | 'flow' | 'xml' | 'summary' | 'outline'
export type DialogId = 'share' | 'export' | 'designs' | 'gallery' | 'palette' | 'shortcuts' | 'connect' | 'open-url'
export type Theme = 'system' | 'light' | 'dark'

/** What the user will put on the drawing with the next click; Escape ends it. */
export type Tool = 'select' | 'broker' | 'pair' | 'region' | 'external' | 'client' | 'note'

/** How the page looks right now. It never enters a document, a link or the history. */
export interface Session {
  readonly selection: readonly ElementId[]
  /** The finding that is open (its key), so the drawing can show what it touches. */
  readonly finding?: string
  /** Elements lit from outside the drawing: a hovered row, a route. */
  readonly lit: readonly ElementId[]
  readonly tool: Tool
  readonly panel: PanelId
  readonly dialog?: DialogId
  /** Looked at, not changed: opened from a read-only link or on a small screen. */
  readonly readOnly: boolean
  readonly saving: 'saved' | 'saving' | 'unsaved' | 'failed'
  /** One sentence, when saving failed or another tab changed this design. */
  readonly trouble?: string
}

export const FIRST_SESSION: Session = {
  selection: [],
  lit: [],
  tool: 'select',
  panel: 'findings',
  readOnly: false,
  saving: 'saved',
}

/** What the user arranged on this screen; remembered between visits. */
export interface Frame {
  readonly theme: Theme
  readonly palette: boolean
  readonly inspector: boolean
  readonly bottom: boolean
  /** px */
  readonly bottomHeight: number
  readonly inspectorWidth: number
  /** What the wheel does on the drawing. */
  readonly wheel: 'zoom' | 'pan'
  readonly minimap: boolean
}

export const FIRST_FRAME: Frame = {
  theme: 'system',
  palette: true,
  inspector: true,
  bottom: true,
  bottomHeight: 264,
  inspectorWidth: 324,
  wheel: 'zoom',
  minimap: true,
}
