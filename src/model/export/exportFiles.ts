import type { Finding } from '../checks/check.ts'
import type { Design } from '../design/design.ts'
import { networkOf } from '../network/network.ts'
import type { Problem } from '../outcome.ts'
import { summarise } from '../summary/summarise.ts'
import { summaryMarkdown } from '../summary/summaryMarkdown.ts'
import type { Placeholder } from '../targets/placeholder.ts'
import { unreachable } from '../outcome.ts'
import { fileNames } from '../xml/fileNames.ts'
import { writeConfiguration } from '../xml/writeConfiguration.ts'
import { writeNetworkConnectors } from '../xml/writeNetworkConnectors.ts'
import type { WrittenXml } from '../xml/written.ts'

/** `xml`: whole configurations. `connectors`: the `<networkConnectors>` elements alone. `summary`: Markdown. */
export type ExportFormat = 'xml' | 'connectors' | 'summary'

/** One file: where it goes below the folder that somebody chose, and what is in it. */
export interface ExportFile {
  /** Never leads out of the folder: one plain name. */
  readonly path: string
  readonly text: string
}

export interface Exported {
  readonly files: readonly ExportFile[]
  /** What a person has to fill in; each once. */
  readonly placeholders: readonly Placeholder[]
  /** What the design says and the files do not, and why; `file` says which. */
  readonly problems: readonly Problem[]
}

export interface ExportOptions {
  /** Findings for the summary. */
  readonly findings?: readonly Pick<Finding, 'severity' | 'message' | 'ignored'>[]
  /** Told before each broker's files are written, and once after the last, how many brokers have theirs. */
  readonly onBroker?: (done: number, total: number) => void
}

/**
 * The files of a design in one format, in the order of its brokers. External brokers get none. A self-managed pair gets
 * one configuration an instance, and every self-managed configuration the stub of its values beside it. The same design
 * gives the same bytes.
 */
export function exportFiles(design: Design, format: ExportFormat, options: ExportOptions = {}): Exported {
  const network = networkOf(design)
  const owned = inTurn(fileNames(design), options.onBroker)
  switch (format) {
    case 'summary':
      return {
        files: [{ path: 'summary.md', text: summaryMarkdown(network, summarise(network), options) }],
        placeholders: [],
        problems: [],
      }
    case 'connectors':
      return gathered((add) => {
        for (const [id, names] of owned) add(names.connectors, writeNetworkConnectors(network, id))
      })
    case 'xml':
      return gathered((add) => {
        for (const [id, { configurations }] of owned) {
          let properties: ExportFile | undefined
          configurations.forEach((path, instance) => {
            const written = writeConfiguration(network, id, instance === 1 ? 1 : 0)
            add(path, written)
            const stub = written?.properties
            // Both instances of a pair ask for the same values.
            if (stub) properties ??= { path: stub.name, text: stub.text }
          })
          if (properties) add(properties.path, { ...EMPTY, text: properties.text })
        }
      })
    default:
      return unreachable(format)
  }
}

/** The same items, telling how far whoever takes them has come. */
function* inTurn<Key, Value>(
  items: ReadonlyMap<Key, Value>,
  tell: ExportOptions['onBroker'],
): Generator<[Key, Value], void> {
  let done = 0
  for (const item of items) {
    tell?.(done, items.size)
    yield item
    done += 1
  }
  tell?.(done, items.size)
}

const EMPTY = { lines: [], placeholders: [], problems: [] } as const

function gathered(fill: (add: (path: string, written: WrittenXml | undefined) => void) => void): Exported {
  const files: ExportFile[] = []
  const placeholders = new Map<string, Placeholder>()
  const problems: Problem[] = []
  fill((path, written) => {
    if (!written) return
    files.push({ path, text: written.text })
    for (const placeholder of written.placeholders) {
      const key = placeholder.text.startsWith('${') ? `${path} ${placeholder.text}` : placeholder.text
      if (!placeholders.has(key)) placeholders.set(key, placeholder)
    }
    problems.push(...written.problems.map((problem) => ({ ...problem, file: path })))
  })
  return { files, placeholders: [...placeholders.values()], problems }
}
