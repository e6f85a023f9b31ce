import type { BrokerId, ElementId } from '@meshwright/model'
import type { Off } from '@meshwright/model/forecast'
import type { Compared } from './compare/compared.ts'
import { FIRST_FLOW, type FlowSession, type ReachSession } from './flow/flowSession.ts'
import type { Overlay } from './flow/flowOverlay.ts'
import type { GivenFile, Importing } from './import/importing.ts'

/** Tabs of the bottom panel. */
export type PanelId = 'findings' | 'reach' | 'flow' | 'xml' | 'summary' | 'outline' | 'compare'

/** One dialog at a time; `connect` asks for a target, `palette` is the command palette. */
export type DialogId =
  | 'share'
  | 'export'
  | 'designs'
  | 'gallery'
  | 'palette'
  | 'shortcuts'
  | 'connect'
  | 'compare'
  | 'merge'
  | 'open-url'
  | 'import'

/** What the next click on the drawing puts there; Escape ends it. */
export type Tool = 'select' | 'broker' | 'pair' | 'region' | 'external' | 'client' | 'note'

/** How the document came to be on the screen when it is not (only) one of this browser's designs. */
export type Origin = 'link' | 'file' | 'url' | 'gallery' | 'example'

/** Whether what is on the screen is kept in this browser. */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed' | 'not-kept'

/** How the page looks right now. It never enters a document, a link or the history. */
export interface Session {
  readonly selection: readonly ElementId[]
  /** The finding that is open (its `findingKey`), so that the drawing can show what it touches. */
  readonly finding?: string
  /** Elements lit from outside the drawing: a hovered row, a route. The rest steps back. */
  readonly lit: readonly ElementId[]
  /** What is asked about who reaches whom. */
  readonly reach: ReachSession
  /** The run of messages that is watched. */
  readonly flow: FlowSession
  /** What is switched off to see what happens. The design stays as it is. */
  readonly off: readonly Off[]
  /** What the open panel draws over the network: a route, a run of messages. */
  readonly overlay?: Overlay
  /** The design that the open one is held against. */
  readonly compare?: Compared
  /** Files that were dropped while it is asked what to compare with; the dialog takes them. */
  readonly compareFiles?: readonly GivenFile[]
  readonly tool: Tool
  /** The element whose name is being typed on the drawing. */
  readonly renaming?: ElementId
  readonly panel: PanelId
  /** The field of the inspector that the hand goes to next; it is let go once it is there. */
  readonly field?: 'bridge-user'
  readonly dialog?: DialogId
  /** What the command palette or the connect dialog starts with: `@` finds brokers, `#` findings. */
  readonly dialogText?: string
  /** What is being read or was found in the files of an import. */
  readonly importing?: Importing
  /** The broker that a connector starts from, while the connect dialog is open. */
  readonly connectFrom?: BrokerId
  /** Looked at, not changed: opened from a read-only link. */
  readonly readOnly: boolean
  readonly origin?: Origin
  readonly saving: Saving
  /** One sentence with what to do, when saving failed. */
  readonly trouble?: string
  /** Another tab saved this design while this tab had changes of its own. Nothing is saved until the user has chosen. */
  readonly conflict: boolean
  /** Shown in somebody else's page: the drawing, and under it the panels that its author wants there. */
  readonly embed: boolean
  readonly embedPanels?: readonly PanelId[]
  /** The theme that a link asks for. The reader's own choice stays what it is. */
  readonly linkTheme?: 'light' | 'dark'
  /** Why the link in the address could not be read, in a sentence. */
  readonly damaged?: string
  /** Where a link wants the drawing to be looked at: the middle in px and the zoom in percent. */
  readonly lookAt?: { readonly x: number; readonly y: number; readonly zoom: number }
  /** The check whose finding a link wants to show. */
  readonly wantedFinding?: string
}

export const FIRST_SESSION: Session = {
  selection: [],
  lit: [],
  reach: {},
  flow: FIRST_FLOW,
  off: [],
  tool: 'select',
  panel: 'findings',
  readOnly: false,
  saving: 'saved',
  conflict: false,
  embed: false,
}
