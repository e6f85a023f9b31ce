import { CodeView, type CodeLine } from '../../../ui/index.ts'
import { counted } from '../words.ts'
import { changeCounts } from './changedLines.ts'
import css from './FixLines.module.css'

/** What changes in one file. */
export interface ShownDiff {
  readonly path: string
  readonly added: number
  readonly removed: number
  readonly rows: readonly CodeLine[]
}

export interface DiffViewProps {
  readonly label: string
  readonly files: readonly ShownDiff[]
  /** Long lines go on below: what changes may stand at their end. */
  readonly wraps?: boolean
}

/** Changed lines of files, each file under its name, with how many there are. */
export function DiffView({ label, files, wraps }: DiffViewProps) {
  if (files.length === 0) return <p className={css.none}>No line of XML changes.</p>
  return (
    <CodeView
      className={css.diff}
      label={label}
      wraps={wraps}
      header={<DiffHead files={files} />}
      lines={files.flatMap(({ path, rows }) => [
        ...(files.length > 1 ? [{ id: path, spans: [{ text: path, kind: 'strong' as const }] }] : []),
        ...rows,
      ])}
    />
  )
}

/** Names of files beyond this are counted. */
const MOST = 3

function DiffHead({ files }: Pick<DiffViewProps, 'files'>) {
  const lines = files.reduce((sum, { added, removed }) => sum + added + removed, 0)
  return (
    <span className={css.head}>
      {files.slice(0, MOST).map((file) => (
        <span key={file.path}>
          {file.path} <b>{changeCounts(file)}</b>
        </span>
      ))}
      <span className={css.count}>
        {counted(lines, 'line')} in {counted(files.length, 'file')}
      </span>
    </span>
  )
}
