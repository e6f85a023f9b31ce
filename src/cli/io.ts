/** What a command may touch of the outside world. `main.ts` supplies Node's, tests supply their own. */
export interface Io {
  /** The folder that relative paths start from: where the command was called. */
  readonly folder: string
  /** Of the program; what `--version` says. */
  readonly version?: string
  /** Columns of the screen; absent where the answer goes into a file or another program. */
  readonly width?: number
  /** Colour may stand in text for people. Default: no. */
  readonly colours?: boolean
  /** Where the repository begins that `folder` is in; what findings for code review are placed by. Default: `folder`. */
  readonly root?: string
  /** Of a file; `-` is the standard input. Rejects with the system's code where it cannot be read. */
  readFile(path: string): Promise<Uint8Array>
  /** What is in a folder and below it; `undefined` where the path is no folder. */
  listFolder?(path: string): Promise<FolderList | undefined>
  /** Makes the folders on the way. */
  writeFile(path: string, bytes: Uint8Array | string): Promise<void>
  /** A line of the answer. */
  out(text: string): void
  /** A line of problems or progress. */
  err(text: string): void
}

export interface FolderList {
  /** Every file, in the order of names. */
  readonly files: readonly string[]
  /** Folders below that could not be looked into. */
  readonly closed: readonly string[]
}

/** 0 done; 1 done, and the answer is "no"; 2 wrong usage, or nothing could be read. */
export type ExitCode = 0 | 1 | 2

/** Wrong usage, in one sentence. */
export class UsageError extends Error {}
