import { networkOf } from '@meshwright/model'
import { useStoreApi } from '../../../store/react.ts'
import { Button, ChevronDownIcon, CopyTextIcon, DownloadIcon, Menu, TableIcon } from '../../../ui/index.ts'
import { offName } from '../../../store/flow/flowOff.ts'
import type { ReachGrid } from './reachGrid.ts'
import type { Answered } from '../useReachAnswer.ts'
import { reachCsv, reachMarkdown, reachTabs } from './writeReach.ts'

interface TableMenuProps {
  readonly answered: Answered
  readonly grid: ReachGrid
  /** The table is of an older design. */
  readonly isOld: boolean
}

/** Takes the table along: copied for a spreadsheet or a page of text, or as a file. */
export function TableMenu({ answered, grid, isOld }: TableMenuProps) {
  const store = useStoreApi()
  const { design, off } = answered.question
  const network = networkOf(design)
  const names = off.map((item) => offName(network, item))
  const file = `${design.name || 'design'}-reach`.replaceAll(/[^\w.-]+/g, '-')
  const copy = (text: string, what: string) =>
    void store.ports.clipboard.write(text).then(
      () => store.getState().toast(`${what} copied.`, { tone: 'done', key: 'copy-table' }),
      () =>
        store.getState().toast('The browser did not allow copying.', { tone: 'error', key: 'copy-table' }),
    )
  return (
    <Menu
      align="end"
      trigger={
        <Button
          kind="quiet"
          size="small"
          icon={<TableIcon size={14} />}
          endIcon={<ChevronDownIcon size={14} />}
          unavailable={isOld ? 'A newer table is being worked out.' : undefined}
        >
          Copy table
        </Button>
      }
      entries={[
        {
          id: 'tabs',
          label: 'Copy for a spreadsheet',
          icon: <CopyTextIcon />,
          onSelect: () => copy(reachTabs(network, grid), 'Table'),
        },
        {
          id: 'markdown',
          label: 'Copy as Markdown',
          icon: <CopyTextIcon />,
          onSelect: () => copy(reachMarkdown(network, grid, names), 'Markdown'),
        },
        { type: 'line', id: 'line' },
        {
          id: 'csv-file',
          label: 'Export CSV',
          detail: 'One pair of brokers a line',
          icon: <DownloadIcon />,
          onSelect: () => store.ports.download(`${file}.csv`, reachCsv(network, grid), 'text/csv'),
        },
        {
          id: 'markdown-file',
          label: 'Export Markdown',
          icon: <DownloadIcon />,
          onSelect: () =>
            store.ports.download(`${file}.md`, reachMarkdown(network, grid, names), 'text/markdown'),
        },
      ]}
    />
  )
}
