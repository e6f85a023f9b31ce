import { strToU8, zipSync } from 'fflate'

/** A file of an archive: a text, or bytes as they are. */
export type ZippedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array }

/** The first moment a zip can hold, in whatever zone the machine is: without one the bytes would change with the clock. */
const MOMENT = '1980-01-01T00:00:00'

/** Files as one zip archive, deflated. The same files give the same bytes. */
export function zipFiles(files: readonly ZippedFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(
    (file) =>
      [
        file.path,
        [new Uint8Array('bytes' in file ? file.bytes : strToU8(file.text)), { mtime: MOMENT }],
      ] as const,
  )
  return Uint8Array.from(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]))
}
