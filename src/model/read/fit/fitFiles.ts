import type { Design } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import { networkOf, type Network } from '../../network/network.ts'
import type { Problem } from '../../outcome.ts'
import { identityOf, writeIdentity } from '../../xml/parts/identity.ts'
import { writeConfiguration } from '../../xml/writeConfiguration.ts'
import { patchFiles, type PatchedFile } from '../patch/patchFile.ts'
import { readFiles } from '../readFiles.ts'
import type { Reading } from '../reading.ts'
import { isProperties, ownValues, readValueFile, valuesFor } from '../source/placeholderValues.ts'
import type { SourceBroker } from '../source/source.ts'
import { strippedByTarget, strippedIn, type Stripped } from '../strippedByTarget.ts'
import { encode } from '../text/encoding.ts'
import { applyTextEdits, type TextEdit } from '../text/textEdits.ts'
import { readXmlTree } from '../text/xmlTree.ts'
import { amazonDocumentOf } from './amazonDocumentOf.ts'
import { takeOut, takeOutAll, type Taken } from './takeOut.ts'

export interface FitOptions {
  /** Also takes out of files that are of Amazon MQ already what AWS would remove or refuse. Default: it is told alone. */
  readonly strip?: boolean
}

/** A file as the place where its broker runs takes it. */
export interface FittedFile extends PatchedFile {
  /** Which of the reading's files it was; absent for a new one. */
  readonly from?: number
}

/** Files as the places where their brokers run take them. */
export interface Fitted {
  readonly files: readonly FittedFile[]
  /** What the design says and a file does not, and why. */
  readonly problems: readonly Problem[]
  /** What was left out of files for Amazon MQ, by the lines on which it stood. */
  readonly leftOut: readonly Stripped[]
  /** What stayed in files, and will be removed or refused where they go. */
  readonly stays: readonly Stripped[]
}

/**
 * Gives files back with what a design changed, as `patchFiles` does, and makes those of brokers that move to Amazon MQ
 * into what it takes: one `<broker>` document each, without the beans around it, that holds nothing AWS removes or
 * refuses. Files of brokers that were on Amazon MQ before stay as they are, unless `strip` is asked for.
 */
export function fitFiles(reading: Reading, design: Design, { strip = false }: FitOptions = {}): Fitted {
  const patched = patchFiles(reading, design)
  const before = networkOf(reading.document.design)
  const network = networkOf(design)
  const goes = (id: BrokerId) => network.broker(id) !== undefined && network.targetOf(id) === 'amazon-mq'
  const moves = (id: BrokerId) => goes(id) && before.targetOf(id) !== 'amazon-mq'
  const files = patched.files.map((file, index) =>
    index < reading.sources.length ? { ...file, from: index } : file,
  )
  const asks = [...reading.origins.brokers.keys()].some((id) => moves(id) || (strip && goes(id)))
  const again = asks ? readFiles(patched.files.slice(0, reading.sources.length)) : undefined
  if (!again?.ok) {
    return { files, problems: patched.problems, leftOut: [], stays: strippedByTarget(reading, { design }) }
  }
  const fit = new Fit(network, reading, again.value)
  const [owners, parts] = [partsOf(reading), partsOf(again.value)]
  for (const [index, file] of files.entries()) {
    const own = (parts.get(index) ?? []).flatMap(({ source }, at): Part[] => {
      const id = owners.get(index)?.[at]?.id
      const former = owners.get(index)?.[at]?.source ?? source
      return id === undefined || !goes(id) ? [] : [{ id, source, former }]
    })
    if (own.some(({ id }) => moves(id))) fit.move(index, file.path, own)
    else fit.keep(index, file, own, strip)
  }
  return {
    files: fit.files,
    problems: [...patched.problems, ...fit.problems],
    leftOut: fit.leftOut,
    stays: fit.stays,
  }
}

type Owned = Pick<Part, 'id' | 'source'>

/** What one file says of a broker. */
interface Part {
  readonly id: BrokerId
  readonly source: SourceBroker
  /** The same before anything was changed: what is told of it is told by the lines that came in. */
  readonly former: SourceBroker
}

class Fit {
  readonly files: FittedFile[] = []
  readonly problems: Problem[] = []
  readonly leftOut: Stripped[] = []
  readonly stays: Stripped[] = []
  readonly #network: Network
  readonly #given: Reading
  /** Of the files with what the design changed. */
  readonly #reading: Reading
  /** Brokers whose document is written, and for which file. */
  readonly #written = new Map<BrokerId, string>()

  constructor(network: Network, given: Reading, reading: Reading) {
    this.#network = network
    this.#given = given
    this.#reading = reading
  }

  /** Documents of their own for the brokers of a file. A pair has one for both instances. */
  move(index: number, path: string, parts: readonly Part[]): void {
    const fresh = parts.filter(({ id }) => !this.#written.has(id))
    for (const { id } of parts) {
      const first = this.#written.get(id)
      if (first !== undefined && first !== path) {
        this.problems.push({
          code: 'one-configuration',
          file: path,
          message: `On Amazon MQ both instances of ${this.#network.nameOf(id)} have one configuration: it is written for ${first}, and ${path} is left out.`,
        })
      }
      this.#written.set(id, first ?? path)
    }
    for (const { id, source, former } of fresh) {
      this.leftOut.push(...strippedIn(this.#given, id, former, this.#takeOut(id, former, this.#given).found))
      this.files.push({
        path: pathOf(path, fresh.length > 1 ? this.#network.nameOf(id) : undefined),
        bytes: this.#moved(id, source),
        changed: true,
        from: index,
      })
    }
  }

  /** A file in its place: as it is, or without what AWS would remove or refuse. */
  keep(index: number, file: FittedFile, parts: readonly Part[], strip: boolean): void {
    const edits: TextEdit[] = []
    for (const { id, source } of parts) {
      const taken = this.#takeOut(id, source, this.#reading)
      const writes = strip ? this.#writes(source, taken) : []
      edits.push(...writes.flatMap((each) => each ?? []))
      for (const [at, { unfit }] of taken.items.entries()) {
        const list = writes[at] ? this.leftOut : this.stays
        if (unfit) list.push(...strippedIn(this.#reading, id, source, [unfit]))
      }
    }
    const decoded = this.#reading.sources[index]?.decoded
    const text = decoded && applyTextEdits(decoded.text, edits)
    const same = text === undefined || text === decoded?.text
    this.files.push(
      same || !decoded ? file : { path: file.path, bytes: encode(text, decoded), changed: true, from: index },
    )
  }

  /** What each thing's going changes in the file; `undefined` where a template puts its place together of several values. */
  #writes({ embedded }: SourceBroker, { items }: Taken): readonly (readonly TextEdit[] | undefined)[] {
    if (!embedded) return items.map(({ edits }) => edits)
    // Base64 changes as a whole.
    if (!embedded.coded) return items.map(({ edits }) => embedded.write(edits))
    const whole = embedded.write(items.flatMap(({ edits }) => edits))
    return items.map((_, at) => whole && (at === 0 ? whole : []))
  }

  #takeOut(id: BrokerId, source: SourceBroker, reading: Reading): Taken {
    const values = this.#valuesOf(source, reading)
    return takeOut(textOf(source, reading), source, this.#network.engineOf(id), values)
  }

  #valuesOf(source: SourceBroker, reading: Reading): ReadonlyMap<string, string> {
    const text = textOf(source, reading)
    const files = reading.sources.filter(({ path }) => isProperties(path))
    const { of } = valuesFor(
      reading.sources[source.file]?.path ?? '',
      text,
      files.map(({ path, decoded }) => readValueFile(path, decoded.text)),
    )
    return new Map([...of, ...ownValues(readXmlTree(text).roots)])
  }

  /** A document of its own; written anew where the file holds connectors alone, or is not well-formed. */
  #moved(id: BrokerId, source: SourceBroker): Uint8Array {
    const broker = this.#network.broker(id)
    const text = textOf(source, this.#reading)
    const plain = { encoding: 'utf-8', mark: false } as const
    if (!broker || !source.element || readXmlTree(text).faults.length > 0)
      return encode(writeConfiguration(this.#network, id)?.text ?? '', plain)
    const { comment } = writeIdentity(identityOf(this.#network, broker, 0))
    const engine = this.#network.engineOf(id)
    const document = takeOutAll(
      amazonDocumentOf(text, source.element, comment),
      engine,
      this.#valuesOf(source, this.#reading),
    )
    return encode(document, source.embedded ? plain : (this.#reading.sources[source.file]?.decoded ?? plain))
  }
}

/** The parts of each file that describe a broker, in their order, which patching keeps. */
function partsOf(reading: Reading): ReadonlyMap<number, readonly Owned[]> {
  const found = new Map<number, Owned[]>()
  const all = [...reading.origins.brokers]
    .flatMap(([id, sources]) => sources.map((source) => ({ id, source })))
    .toSorted((a, b) => a.source.line - b.source.line || startOf(a.source) - startOf(b.source))
  for (const part of all) found.set(part.source.file, [...(found.get(part.source.file) ?? []), part])
  return found
}

function textOf({ embedded, file }: SourceBroker, { sources }: Reading): string {
  return embedded?.xml ?? sources[file]?.decoded.text ?? ''
}

function startOf({ element, container }: SourceBroker): number {
  return (element ?? container)?.start ?? 0
}

/** The name of a broker's own document: its file's, with its own where the file holds several. */
function pathOf(path: string, name: string | undefined): string {
  const stem = path.replace(/\.(xml|ya?ml|json|template)$/i, '')
  const own = name === undefined ? '' : `-${name.replace(/[^A-Za-z0-9._-]/g, '_')}`
  return name === undefined && /\.xml(\.[\w-]+)?$/i.test(path) ? path : `${stem}${own}.xml`
}
