import { formatDestination, type Destination, type Network } from '@meshwright/model'
import { gridCell, type GridCell, type ReachGrid } from './reachGrid.ts'
import { MARK_WORDS } from './cellWords.ts'

/** One pair of brokers a line, for a spreadsheet: RFC 4180, with a line of headings. */
export function reachCsv(network: Network, grid: ReachGrid): string {
  const rows = cellsOf(network, grid).map((cell) => [
    formatDestination(grid.answer.destination),
    cell.from.name,
    cell.to.name,
    MARK_WORDS[cell.mark],
    cell.when ?? '',
    cell.hops === undefined ? '' : String(cell.hops),
    cell.mark === 'no-route' ? '' : (cell.stuckOn ?? ''),
    cell.copies === undefined ? '' : String(cell.copies),
    cell.isBound ? 'no' : 'yes',
  ])
  const head = ['destination', 'from', 'to', 'verdict', 'when', 'hops', 'stops on', 'copies', 'exact']
  return `${[head, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`
}

/** The table as it is seen, tab-separated: pasted into a spreadsheet it fills its cells. */
export function reachTabs(network: Network, grid: ReachGrid): string {
  return matrix(network, grid)
    .map((row) => row.map((text) => plain(text)).join('\t'))
    .join('\n')
}

/** The table as it is seen, with what it was asked and how many pairs there are of each. */
export function reachMarkdown(network: Network, grid: ReachGrid, off: readonly string[] = []): string {
  const [head = [], ...rows] = matrix(network, grid)
  const { always, sometimes, never, noRoute } = grid.totals
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`
  return [
    `### Who reaches whom: ${markdownCode(grid.answer.destination)}`,
    '',
    'From the broker on the left to the one above; numbers are hops.',
    ...(off.length > 0 ? ['', `Switched off: ${off.map(markdownCell).join(', ')}.`] : []),
    '',
    line(head),
    `| ${head.map((_, index) => (index === 0 ? '---' : ':---:')).join(' | ')} |`,
    ...rows.map(line),
    '',
    `Always ${always} · sometimes ${sometimes} · never, it stops ${never} · no route ${noRoute}`,
    '',
  ].join('\n')
}

function matrix(network: Network, grid: ReachGrid): readonly (readonly string[])[] {
  const head = ['from ↓ to →', ...grid.brokers.map(({ name }) => name)]
  const rows = grid.brokers.map(({ name }, row) => [
    name,
    ...grid.brokers.map((_, column) => shortWords(gridCell(grid, network, row, column))),
  ])
  return [head, ...rows]
}

/** `always 1`, `sometimes 2 load`, `never`, `–` */
function shortWords(cell: GridCell | undefined): string {
  if (!cell) return ''
  if (cell.mark === 'no-route') return '–'
  const copies = cell.copies === undefined ? '' : `${cell.copies} copies`
  return [cell.mark, cell.hops, cell.when, copies, cell.isBound ? 'bound' : ''].filter(Boolean).join(' ')
}

function cellsOf(network: Network, grid: ReachGrid): readonly GridCell[] {
  return grid.brokers.flatMap((_, row) =>
    grid.brokers.flatMap((_broker, column) => gridCell(grid, network, row, column) ?? []),
  )
}

/** Spreadsheets run what begins like a formula; a name is only ever text. */
function plain(text: string): string {
  const single = text.replaceAll(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(single) ? `'${single}` : single
}

function csvField(text: string): string {
  const safe = plain(text)
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function markdownCell(text: string): string {
  return text.replaceAll(/[\\|*_`<>[\]]/g, String.raw`\$&`).replaceAll(/[\r\n]+/g, ' ')
}

function markdownCode(destination: Destination): string {
  return `\`${formatDestination(destination).replaceAll('`', '')}\``
}
