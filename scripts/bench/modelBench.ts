import { applyEdit, networkOf, type Document } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'
import { exportFiles, zipFiles } from '@meshwright/model/export'
import { encodeLink } from '@meshwright/model/share'
import { summarise } from '@meshwright/model/summary'
import { writeConfiguration } from '@meshwright/model/xml'
import LZString from 'lz-string'
import { deflateRawSync } from 'node:zlib'
import { benchDocument } from './designs.ts'
import { medianMs, onceMs, printTable } from './measure.ts'

/** Time from an edit to its findings, XML of all brokers, what is taken away, and link length, for each size. */
export function benchModel(sizes: readonly number[]): void {
  const documents = sizes.map((size) => benchDocument(size))
  printTable(
    'From an edit to its findings (ms; the quick checks that run while you work: median of the first edits, while the code is still being compiled, and of later ones; then all with the forecast, once, as the worker does)',
    ['brokers / connectors', 'first edits', 'later edits', 'all checks'],
    documents.map((document) => [
      label(document),
      medianMs(() => findingsAfterEdit(document, false), 9, 0),
      medianMs(() => findingsAfterEdit(document, false), 21, 21),
      onceMs(() => findingsAfterEdit(document, true)),
    ]),
  )
  printTable(
    'XML of all brokers (ms)',
    ['brokers / connectors', 'all files', 'per broker'],
    documents.map((document) => {
      const network = networkOf(document.design)
      const all = medianMs(() => {
        for (const { id } of document.design.brokers) writeConfiguration(network, id)
      }, 5)
      return [label(document), all, all / document.design.brokers.length]
    }),
  )
  printTable(
    'What is taken away, worked out in a worker (ms, once)',
    ['brokers / connectors', 'all files', 'their zip', 'summary'],
    documents.map((document) => {
      let files: ReturnType<typeof exportFiles>['files'] = []
      // A copy, as the worker gets one: nothing is remembered of it.
      const { design } = structuredClone(document)
      return [
        label(document),
        onceMs(() => (files = exportFiles(design, 'xml').files)),
        onceMs(() => zipFiles(files)),
        onceMs(() => summarise(networkOf(design))),
      ]
    }),
  )
  printTable(
    'Length of a link (characters after the #) beside JSON packed by peers',
    [
      'brokers / connectors',
      'ours',
      'JSON, deflate',
      'JSON, lz-string',
      'deflate / ours',
      'lz-string / ours',
      'encode ms',
    ],
    documents.map((document) => {
      const ours = encodeLink(document).length
      const json = JSON.stringify(document)
      const deflate = Math.ceil((deflateRawSync(json, { level: 9 }).length * 4) / 3)
      const lz = LZString.compressToEncodedURIComponent(json).length
      return [
        label(document),
        String(ours),
        String(deflate),
        String(lz),
        deflate / ours,
        lz / ours,
        medianMs(() => encodeLink(document), 5),
      ]
    }),
  )
}

/** One setting changes, as a hand in the inspector would do it: a new design each time, so nothing is remembered. */
function findingsAfterEdit(document: Document, forecast: boolean): number {
  const first = document.design.connectors[0]
  if (!first) return 0
  turn += 1
  const edited = applyEdit(document, {
    type: 'set-settings',
    id: first.id,
    settings: { prefetchSize: 100 + turn },
  })
  return runChecks(networkOf(edited.design), { forecast }).length
}
let turn = 0

function label({ design }: Document): string {
  return `${design.brokers.length} / ${design.connectors.length}`
}
