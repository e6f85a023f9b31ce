import type { Document } from '@meshwright/model'

/** A version of a design that this browser keeps. */
export interface KeptVersion {
  readonly id: string
  /** "As it was opened", "Before import of 4 files", or what the user called it. */
  readonly name: string
  /** ms since 1970: when it was put away. */
  readonly at: number
  readonly brokers: number
  /** The user asked for it: it goes after all that were put away by themselves. */
  readonly isNamed: boolean
}

/** Keeps versions beside the designs of this browser, by the id of the design. */
export interface VersionShelf {
  /** Newest first. */
  readonly list: (design: string) => Promise<readonly KeptVersion[]>
  readonly load: (design: string, version: string) => Promise<Document | undefined>
  /** Never rejects; answers with a sentence where it could not. One that is the same as the newest is not kept twice. */
  readonly keep: (
    design: string,
    version: Pick<KeptVersion, 'name' | 'at' | 'isNamed'> & { readonly document: Document },
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly message: string }>
  readonly remove: (design: string, version: string) => Promise<void>
  readonly removeAll: (design: string) => Promise<void>
}
