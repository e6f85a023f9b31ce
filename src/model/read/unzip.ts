import { unzipSync } from 'fflate'
import { refused, understood, type Outcome } from '../outcome.ts'
import type { InputFile } from './source/source.ts'

/** More files than any network has; an archive of more is refused rather than looked through. */
export const MOST_ENTRIES = 5000
/** Bytes of all files of an archive together. Configurations of a thousand brokers have a tenth of it. */
export const MOST_UNPACKED = 200 * 1024 * 1024
/** Deflate makes no text longer by more than this many bytes and a thousandth. */
const OVERHEAD = 1024

/** Tells a zip archive by how it begins. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/**
 * The files of a zip archive that `wants` asks for, paths below the archive's own name. Nothing is unpacked of an archive
 * that says it holds too much, or whose sizes cannot be true; archives inside are left alone.
 *
 * @returns Refused with a sentence where the archive cannot be taken. Never throws.
 */
export function unzip(
  { path, bytes }: InputFile,
  wants: (path: string) => boolean,
): Outcome<{ readonly files: readonly InputFile[]; readonly others: number }> {
  let entries = 0
  let unpacked = 0
  let others = 0
  let trouble: string | undefined
  const refuse = (message: string) => {
    trouble ??= message
    return false
  }
  let found: Record<string, Uint8Array>
  try {
    found = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (trouble !== undefined || name.endsWith('/')) return false
        entries += 1
        if (entries > MOST_ENTRIES) {
          return refuse(
            `${path} holds more than ${MOST_ENTRIES.toLocaleString('en')} files. Pack only the configurations of the brokers.`,
          )
        }
        if (!wants(name)) {
          others += 1
          return false
        }
        unpacked += originalSize
        if (unpacked > MOST_UNPACKED || size > originalSize + originalSize / 1000 + OVERHEAD) {
          return refuse(
            `${path} would unpack to more than ${MOST_UNPACKED / 1024 / 1024} MB, or says untrue sizes. It was not unpacked; drop the configurations themselves.`,
          )
        }
        return true
      },
    })
  } catch {
    return refused({
      code: 'zip',
      file: path,
      message: `${path} is damaged or encrypted, so it could not be unpacked. Unpack it by hand and drop the files.`,
    })
  }
  if (trouble !== undefined) return refused({ code: 'zip', file: path, message: trouble })
  const folder = path.replace(/\.zip$/i, '')
  const taken = new Set<string>()
  const files = Object.entries(found).map(([name, content]) => {
    const inside = pathInside(name)
    let free = inside
    for (let number = 2; taken.has(free); number++) free = `${number}/${inside}`
    taken.add(free)
    return { path: `${folder}/${free}`, bytes: content }
  })
  return understood({ files, others })
}

/** The path of an entry below its archive: nothing that leads out of the folder that it will be written into. */
function pathInside(name: string): string {
  const parts = name.split(/[\\/]/).filter((part) => !/^(\.{0,2}|[A-Za-z]:)$/.test(part))
  return parts.length > 0 ? parts.join('/') : 'file'
}
