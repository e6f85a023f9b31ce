import type { Document, ElementId, Point } from '@meshwright/model'

/** One design in this browser's list. */
export interface LibraryEntry {
  readonly id: string
  readonly name: string
  readonly brokers: number
  readonly connectors: number
  /** ms since 1970 */
  readonly changed: number
}

/** Where designs are kept on this machine. A failure is a sentence for the user, never lost work: the document stays open. */
export interface Library {
  list(): Promise<readonly LibraryEntry[]>
  load(id: string): Promise<Document | undefined>
  /** Rejects with an Error whose message says what to do when the browser has no room. */
  save(id: string, document: Document): Promise<LibraryEntry>
  remove(id: string): Promise<void>
  /** Calls back when another tab has saved a design. Returns the way to stop. */
  onChangedElsewhere(listener: (id: string) => void): () => void
}

/** What the store needs of the outside world; the page supplies browsers' answers, tests supply their own. */
export interface Ports {
  readonly library: Library
  /** ms since 1970 */
  now(): number
  /** A new id for a design in the library. */
  newDesignId(): string
  readonly clipboard: {
    write(text: string): Promise<void>
    read(): Promise<string>
  }
  /** Hands the user a file. */
  download(name: string, bytes: Uint8Array | string, type: string): void
  /** Runs after a pause of `ms`, replacing what was waiting under the same key. */
  later(key: string, ms: number, run: () => void): void
}

/** What the drawing can be asked to do. The canvas supplies it when it is on screen. */
export interface View {
  fit(ids?: readonly ElementId[]): void
  zoomBy(factor: number): void
  zoomTo(zoom: number): void
  /** Brings elements into view without changing more than needed. */
  reveal(ids: readonly ElementId[]): void
  /** Where something new would stand: near the middle of what is seen, on the grid, free of others. */
  freePlace(): Point
  /** Moves keyboard focus to an element's card or line. */
  focus(id: ElementId): void
}
