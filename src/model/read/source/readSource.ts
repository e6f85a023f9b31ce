import type { Problem } from '../../outcome.ts'
import { noteArtemis, noteBeans, noteIncludes, noteMissingValues } from './otherFiles.ts'
import { readPasted } from './pasted.ts'
import { isProperties, ownValues, valuesFor, type ValueFile } from './placeholderValues.ts'
import { sourceBrokers } from './sourceBrokers.ts'
import type { Surroundings } from './surroundings.ts'
import { notebook, type Notebook, type SourceBroker, type SourceFile } from './source.ts'
import {
  looksLikeData,
  looksLikeTemplate,
  readData,
  readTemplate,
  type Embedded,
  type StackSurroundings,
  type TemplateParts,
} from '../template/template.ts'
import { hasEscapedQuotes, withoutEscapes } from '../template/escapedQuotes.ts'
import { looksLikeTerraform, readTerraform } from '../template/terraform.ts'
import { readXmlTree, type XmlTree } from '../text/xmlTree.ts'

/** What all files of one reading share. */
export interface Around {
  readonly values: readonly ValueFile[]
  readonly paths: readonly string[]
}

/** What a file turned out to be. */
export interface Read {
  readonly kind: SourceFile['kind']
  readonly brokers: readonly SourceBroker[]
  /** It has been said what it is instead. */
  readonly told: boolean
}

/** Words without which a file has nothing to say here, so that other files of a folder cost no time. */
const TELLING =
  /<(?:[\w.-]{1,50}:)?(?:brokerService|broker|networkConnectors?)[\s>/]|urn:activemq|org\.apache\.activemq\.(?:broker|network)|AWS::AmazonMQ::|"aws_mq_/

/** Reads the brokers of one file: a configuration, a template with configurations in it, or a text with connectors in it. */
export function readSource(source: SourceFile, file: number, around: Around, problems: Problem[]): Read {
  const { path, decoded } = source
  const { text } = decoded
  const notes = notebook(path, problems)
  if (isProperties(path)) return { kind: 'other', brokers: [], told: true }
  if (text.trim() === '') {
    notes.add('empty', 'This file is empty.')
    return { kind: 'other', brokers: [], told: true }
  }
  if (!TELLING.test(text) && !looksLikeData(text)) return { kind: 'other', brokers: [], told: false }
  const { of, disputed } = valuesFor(path, text, around.values)
  const reader = new Reader(text, file, of, notes)
  const read = reader.read()
  if (read.brokers.length === 0) return read
  noteEncoding(source, notes)
  for (const [key, paths] of disputed) {
    if (!text.includes(`\${${key}`)) continue
    notes.add(
      'values-disputed',
      `${paths.slice(0, 4).join(', ')} give ${key} different values, and ${paths.at(-1)} was believed. Put each file of values into the folder of its configuration.`,
    )
  }
  noteMissingValues(text, read.brokers, around.paths, notes)
  return read
}

class Reader {
  readonly #text: string
  readonly #file: number
  readonly #values: ReadonlyMap<string, string>
  readonly #notes: Notebook

  constructor(text: string, file: number, values: ReadonlyMap<string, string>, notes: Notebook) {
    this.#text = text
    this.#file = file
    this.#values = values
    this.#notes = notes
  }

  read(): Read {
    const text = this.#text
    if (looksLikeTemplate(text) && !/^\s*<(\?xml|!--|[\w.-]*:?(beans|broker)\b)/.test(text)) {
      return this.#template()
    }
    if (looksLikeTerraform(text)) return this.#parts(readTerraform(text))
    if (looksLikeData(text)) {
      const brokers = this.#embedded(readData(text))
      if (brokers.length > 0) return { kind: 'template', brokers, told: false }
    }
    const tree = /^\s*</.test(text) ? readXmlTree(text) : undefined
    if (tree && tree.roots.length === 1) {
      if (noteArtemis(tree.roots, this.#notes)) return { kind: 'other', brokers: [], told: true }
      const read = this.#document(tree)
      if (read.brokers.length > 0 || tree.faults.length === 0) return read
    }
    const read = this.#pieces()
    if (read.brokers.length > 0 || !tree) return read
    const whole = this.#document(tree)
    if (whole.brokers.length === 0) noteFaults(tree, this.#notes)
    return whole
  }

  #template(): Read {
    const parts = readTemplate(this.#text)
    if (!parts) {
      this.#notes.add(
        'template',
        'This CloudFormation template could not be taken apart. Check its JSON or YAML.',
      )
      return { kind: 'other', brokers: [], told: true }
    }
    return this.#parts(parts)
  }

  #parts(parts: TemplateParts): Read {
    const brokers = [
      ...this.#embedded(parts.configurations),
      ...parts.bare.map((around) => bareBroker(around, this.#file)),
    ]
    return { kind: brokers.length > 0 ? 'template' : 'other', brokers, told: false }
  }

  #embedded(parts: readonly Embedded[]): readonly SourceBroker[] {
    return parts.flatMap((part) => {
      const of = (around: Embedded['around'], notes: Notebook) =>
        this.#brokers(wrapped(readXmlTree(part.xml, 0, part.lineAt)), around, notes).map(
          (broker): SourceBroker => ({
            ...withStack(broker, around),
            embedded: part,
          }),
        )
      const shared = part.shared ?? []
      return [
        ...of(part.around, this.#notes),
        // What is to be said of the text was said of the first; each stands at the line of its own resource.
        ...shared.flatMap((around) =>
          of(around, { path: this.#notes.path, add: () => {} }).map((broker) => ({
            ...broker,
            line: around.line,
          })),
        ),
      ]
    })
  }

  #document(tree: XmlTree): Read {
    const brokers = this.#brokers(tree)
    if (brokers.length === 0) return { kind: 'other', brokers, told: noteBeans(tree.roots, this.#notes) }
    noteIncludes(tree.roots, this.#notes)
    const whole = brokers.some(({ element }) => element)
    return { kind: whole ? 'configuration' : 'fragment', brokers, told: false }
  }

  /** Connectors in prose, or several of them without an element around. */
  #pieces(): Read {
    const pieces = readPasted(this.#text)
    const brokers = pieces.flatMap((piece) =>
      hasEscapedQuotes(piece.xml)
        ? this.#embedded([withoutEscapes(piece.xml, piece.offset, this.#text, piece.around)])
        : this.#brokers(wrapped(readXmlTree(piece.xml, piece.offset, piece.line)), piece.around),
    )
    if (brokers.length > 0) {
      this.#notes.add(
        'pasted',
        'Connectors were taken out of a text around them; which broker has them was told by the words before them, or by their names.',
        pieces[0]?.line,
      )
    }
    return { kind: brokers.length > 0 ? 'fragment' : 'other', brokers, told: false }
  }

  #brokers(tree: XmlTree, around?: Surroundings, notes = this.#notes): readonly SourceBroker[] {
    const own = ownValues(tree.roots)
    const values = own.size === 0 ? this.#values : new Map([...own, ...this.#values])
    const brokers = sourceBrokers(tree, this.#file, values, notes, around)
    if (brokers.length > 0) noteFaults(tree, notes)
    return brokers
  }
}

/** A broker that a template makes without saying how it is configured. */
function bareBroker(around: StackSurroundings, file: number): SourceBroker {
  return withStack(
    {
      file,
      line: around.line,
      connectors: [],
      fallback: around.fallback ?? '',
      aliases: around.aliases ?? [],
      target: 'amazon-mq',
      ...(around.engine === undefined ? {} : { engine: around.engine }),
      ...(around.pair ? { pair: true as const } : {}),
      settings: around.users ? { users: around.users } : {},
      policies: [],
      listeners: [],
    },
    around,
  )
}

/** What a template says of a broker that its configuration cannot. */
function withStack(broker: SourceBroker, { amazon, zones, region }: Embedded['around']): SourceBroker {
  return {
    ...broker,
    ...(amazon && Object.keys(amazon).length > 0 ? { amazon: { ...amazon, ...broker.amazon } } : {}),
    ...(zones && zones.length > 0 ? { zones } : {}),
    ...(region === undefined ? {} : { region }),
  }
}

/** Connectors alone, without the element around them, are read as if it were there. */
function wrapped(tree: XmlTree): XmlTree {
  const [first] = tree.roots
  if (first?.local !== 'networkConnector') return tree
  return {
    ...tree,
    roots: [
      {
        ...first,
        name: 'networkConnectors',
        local: 'networkConnectors',
        attributes: new Map(),
        children: [first],
        comments: [],
        texts: [],
      },
    ],
  }
}

function noteEncoding({ decoded }: SourceFile, notes: Notebook): void {
  if (decoded.unknown !== undefined) {
    notes.add(
      'encoding',
      `The file says that it is written in ${decoded.unknown.slice(0, 40)}, which is not read here: letters outside ASCII may look wrong, and are given back as they came.`,
    )
  } else if (decoded.broken) {
    notes.add(
      'encoding',
      'The file is not written in UTF-8 as it says: letters outside ASCII may look wrong, and are given back as they came.',
    )
  }
}

function noteFaults(tree: XmlTree, notes: Notebook): void {
  if (tree.doctype === 'own') {
    notes.add(
      'doctype',
      'The file declares entities of its own. They are never expanded and nothing is loaded, so what they stand for is missing here.',
    )
  }
  const [fault] = tree.faults.filter(({ message }) => !(tree.doctype === 'own' && /entity/.test(message)))
  if (!fault) return
  notes.add(
    'not-well-formed',
    `The XML is not well-formed on line ${fault.line} (${fault.message}). What could be read was taken; repair that line.`,
    fault.line,
  )
}
