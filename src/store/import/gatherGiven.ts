import { numeral, type Problem } from '@meshwright/model'
import { isZip, MOST_BYTES, unzip, type InputFile } from '@meshwright/model/read'
import type { GivenFile, ReadProgress } from './importing.ts'

/** What may be read of a folder or an archive: configurations, values of placeholders, templates. */
const READ_IN_FOLDERS = /\.(xml(\.[\w-]+)?|properties|json|ya?ml|template|tf)$/i
/** What systems put into folders and archives for themselves. */
const NOISE = /(^|\/)(__MACOSX|\.git|node_modules)\/|(^|\/)\._?[^/]*$/
/** Bytes that are read at a time; more would not fit beside what comes of them. */
const MOST_TOGETHER = 6 * MOST_BYTES
/** More files than any network has. */
export const MOST_GIVEN = 5000
export function isWanted(path: string): boolean {
  return READ_IN_FOLDERS.test(path) && !NOISE.test(path)
}

/** What there is to read of what somebody gave, archives unpacked, and what was left aside and why. */
export async function gatherGiven(
  given: readonly GivenFile[],
  onProgress: (progress: ReadProgress) => void,
): Promise<{ readonly files: readonly InputFile[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = []
  if (given.length > MOST_GIVEN) {
    problems.push({
      code: 'too-many-files',
      message: `These are more than ${numeral(MOST_GIVEN)} files; the first of them were looked at. Drop the folder that holds the configurations.`,
    })
  }
  const files: InputFile[] = []
  let together = 0
  let others = 0
  const taken = new Set<string>()
  const take = (file: InputFile) => {
    together += file.bytes.byteLength
    if (together > MOST_TOGETHER) return
    const path = freePath(file.path, taken)
    taken.add(path)
    files.push({ ...file, path })
  }
  for (const [done, { path, content, named }] of given.slice(0, MOST_GIVEN).entries()) {
    onProgress({ done, total: given.length, path })
    const size = content instanceof Blob ? content.size : content.byteLength
    if (size > MOST_BYTES) problems.push(tooLarge(path))
    else if (!named && !isWanted(path) && !/\.zip$/i.test(path)) others += 1
    else if (together + size > MOST_TOGETHER) together = Infinity
    else {
      const bytes = await bytesOf(content)
      const kind = otherKind(path)
      if (bytes === undefined) problems.push(unreadable(path))
      else if (kind !== undefined) problems.push(notText(path, kind))
      else if (bytes.byteLength === 0) problems.push(empty(path))
      else if (isZip(bytes)) {
        const outcome = unzip({ path, bytes }, isWanted)
        if (!outcome.ok) problems.push(...outcome.problems)
        else {
          others += outcome.value.others
          for (const file of outcome.value.files) {
            if (file.bytes.byteLength > MOST_BYTES) problems.push(tooLarge(file.path))
            else take(file)
          }
        }
      } else take({ path, bytes })
    }
  }
  if (together > MOST_TOGETHER) {
    problems.push({
      code: 'too-much',
      message: `These files have more than ${MOST_TOGETHER / 1024 / 1024} MB together; not all of them were read. Give fewer at a time.`,
    })
  }
  if (others > 0) {
    problems.push({
      code: 'left-aside',
      message: `${numeral(others)} other ${others === 1 ? 'file was' : 'files were'} not looked at: only XML, .properties, YAML, JSON and Terraform are read from folders and archives.`,
    })
  }
  return { files, problems }
}

async function bytesOf(content: Blob | Uint8Array): Promise<Uint8Array | undefined> {
  if (!(content instanceof Blob)) return content
  try {
    return new Uint8Array(await content.arrayBuffer())
  } catch {
    // The file was moved or changed between choosing and reading.
    return undefined
  }
}

function freePath(path: string, taken: ReadonlySet<string>): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? []
  let free = path
  for (let number = 2; taken.has(free); number++) free = `${stem} (${number})${ending}`
  return free
}

function tooLarge(path: string): Problem {
  return {
    code: 'too-large',
    file: path,
    message: `${path} is larger than 50 MB, which no configuration is. It was left aside.`,
  }
}

/** What a name says of a file that holds no text, and what to do instead. */
const OTHER_KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /\.(png|jpe?g|gif|webp|avif|bmp|ico|svg|tiff?|heic)$/i,
    'a picture, from which nothing can be read. Give the activemq.xml of each broker.',
  ],
  [/\.(pdf|docx?|xlsx?|pptx?|odt|ods)$/i, 'a document. Copy its XML, and paste it into this dialog.'],
  [/\.(tar|t?gz|bz2|xz|7z|rar)$/i, 'an archive that is not unpacked here. Give a zip, or the files in it.'],
  [/\.(mp[34]|mov|avi|mkv|wav)$/i, 'no text. Give the activemq.xml of each broker.'],
]

function otherKind(path: string): string | undefined {
  return OTHER_KINDS.find(([pattern]) => pattern.test(path))?.[1]
}

function notText(path: string, kind: string): Problem {
  return { code: 'left-aside', file: path, message: `${path} is ${kind}` }
}

function empty(path: string): Problem {
  return { code: 'left-aside', file: path, message: `${path} is empty, so there is nothing to read in it.` }
}

function unreadable(path: string): Problem {
  return {
    code: 'unreadable',
    file: path,
    message: `${path} could not be read from the disk. Check that it is still there, and give it again.`,
  }
}
