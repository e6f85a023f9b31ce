import { strToU8, zipSync } from 'fflate'
import type { ExportFile } from './exportFiles.ts'

/** The first moment a zip can hold, in whatever zone the machine is: without one the bytes would change with the clock. */
const MOMENT = '1980-01-01T00:00:00'

/** Files as one zip archive, deflated. The same files give the same bytes. */
export function zipFiles(files: readonly ExportFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [path, [strToU8(text), { mtime: MOMENT }]] as const)
  return Uint8Array.from(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]))
}
