import type { Broker, BrokerSettings, DestinationPolicy, Filters } from '../../design/design.ts'
import type { BrokerId, ConnectorId } from '../../design/ids.ts'
import type { ConnectorSettings } from '../../dialects/network-connector.ts'
import type { Problem } from '../../outcome.ts'
import type { TargetId } from '../../targets/target.ts'
import type { Identity } from '../../xml/parts/identity.ts'
import type { Decoded } from '../text/encoding.ts'
import type { Embedded } from '../template/template.ts'
import type { XmlElement } from '../text/xmlTree.ts'

/** A file that somebody gave. */
export interface InputFile {
  /** Name, with folders where they are known: `site-a/activemq.xml`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file as it came in: enough to give it back byte for byte, and to change only what changed. Never part of a design. */
export interface SourceFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** `crc32` and length of the bytes: whether a file is still the one that was read. */
  readonly hash: string
  readonly decoded: Decoded
  /** `template`: configurations inside of CloudFormation. `fragment`: prose or elements without a document around them. */
  readonly kind: 'configuration' | 'fragment' | 'template' | 'other'
}

/** One broker as one file describes it. */
export interface SourceBroker {
  /** Which of the files; the first is 0. */
  readonly file: number
  readonly line: number
  /** The part of the file that all places count in, where it is not the file's own text. */
  readonly embedded?: Embedded
  /** The element itself; absent where a file holds connectors alone. */
  readonly element?: XmlElement
  /** The `<networkConnectors>` that counts. */
  readonly container?: XmlElement
  readonly connectors: readonly SourceConnector[]
  readonly identity?: Partial<Identity>
  /** What it is called when nothing names it: by its file, or by the words before it. */
  readonly fallback: string
  /** Other words that may stand for it in an address or in a connector's name. */
  readonly aliases: readonly string[]
  /** `brokerName`, placeholders resolved. */
  readonly brokerName?: string
  readonly target?: TargetId
  readonly engine?: string
  readonly settings: BrokerSettings
  readonly policies: readonly DestinationPolicy[]
  readonly amazon?: Broker['amazon']
  /** As a template says: of its subnets. */
  readonly zones?: readonly string[]
  readonly region?: string
  readonly pair?: true
  readonly listeners: readonly Listener[]
  /** An absolute directory or a data source that two instances may share. */
  readonly store?: string
  /** A part of a text that shows several networks; brokers of different groups are never the same. */
  readonly group?: string
}

/** Where a broker listens, as far as OpenWire clients can use it. */
export interface Listener {
  readonly scheme: string
  /** Empty for all addresses of the machine. */
  readonly host: string
  readonly port?: number
  /** The multicast group in which it announces itself. */
  readonly group?: string
  readonly openWire: boolean
  readonly element?: XmlElement
}

/** One `<networkConnector>` as it is written. */
export interface SourceConnector {
  readonly file: number
  readonly line: number
  readonly element: XmlElement
  readonly name?: string
  /** Placeholders resolved; absent where there is none. */
  readonly uri?: string
  readonly settings: ConnectorSettings
  readonly filters: Filters
  readonly extra: Readonly<Record<string, string>>
}

/** Where an element of the design stands in the files: its broker, or its connector, on both files of a pair. */
export interface Span {
  readonly file: number
  readonly start: number
  readonly end: number
  readonly line: number
}

/** What of the files each element of the design came from. */
export interface Origins {
  readonly brokers: ReadonlyMap<BrokerId, readonly SourceBroker[]>
  readonly connectors: ReadonlyMap<ConnectorId, readonly SourceConnector[]>
}

/** Gathers problems with file and line. */
export interface Notebook {
  readonly path: string
  add(code: string, message: string, line?: number): void
}

/** More of one kind in one file tell nobody anything. */
const MOST_OF_A_KIND = 200

export function notebook(path: string, problems: Problem[]): Notebook {
  const counts = new Map<string, number>()
  return {
    path,
    add(code, message, line) {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      if (count === MOST_OF_A_KIND) {
        problems.push({
          code,
          file: path,
          message: 'There is more of this kind in the file; it is not listed.',
        })
      }
      if (count >= MOST_OF_A_KIND) return
      problems.push({ code, message, file: path, ...(line === undefined ? {} : { line }) })
    },
  }
}
