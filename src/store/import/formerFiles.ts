import type { InputFile } from '@meshwright/model/read'
import type { OwnFiles } from './ownFiles.ts'

/** Files that came once more: the import that they belong to, and what became of each. */
export interface Former {
  readonly part: OwnFiles
  readonly same: number
  readonly changed: number
  /** Not among the files of that import. */
  readonly added: number
}

/** The import of the open design that files come from once more; `undefined` where none of them does. */
export function formerOf(own: readonly OwnFiles[], given: readonly InputFile[]): Former | undefined {
  const found = own
    .map((part) => {
      const pairs = pairsOf(part.files, given)
      const same = [...pairs].filter(([old, now]) => isSame(old.bytes, now.bytes)).length
      return { part, same, changed: pairs.size - same, added: given.length - pairs.size }
    })
    .filter(({ same, changed }) => same + changed > 0)
    .toSorted((a, b) => b.same + b.changed - a.same - a.changed)
  return found[0]
}

/** The files of an import with those that came again in the place of the former ones, and new ones behind them. */
export function filesAfter(former: readonly InputFile[], given: readonly InputFile[]): readonly InputFile[] {
  const pairs = pairsOf(former, given)
  const taken = new Set(pairs.values())
  return [
    ...former.map((file) => ({ path: file.path, bytes: pairs.get(file)?.bytes ?? file.bytes })),
    ...given.filter((file) => !taken.has(file)),
  ]
}

/** Which file is which: of one path, else of one name where only one file of each side has it. */
function pairsOf(
  former: readonly InputFile[],
  given: readonly InputFile[],
): ReadonlyMap<InputFile, InputFile> {
  const pairs = new Map<InputFile, InputFile>()
  const byPath = new Map(given.map((file) => [file.path, file]))
  for (const file of former) {
    const same = byPath.get(file.path)
    if (same) pairs.set(file, same)
  }
  const taken = new Set(pairs.values())
  const left = (files: readonly InputFile[], has: (file: InputFile) => boolean) => {
    const names = new Map<string, InputFile | undefined>()
    for (const file of files) {
      if (has(file)) continue
      const name = file.path.split('/').at(-1) ?? ''
      names.set(name, names.has(name) ? undefined : file)
    }
    return names
  }
  const now = left(given, (file) => taken.has(file))
  for (const [name, file] of left(former, (each) => pairs.has(each))) {
    const other = now.get(name)
    if (file && other) pairs.set(file, other)
  }
  return pairs
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
