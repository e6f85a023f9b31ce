import type { Document } from '@meshwright/model'
import type { QuickFix } from '@meshwright/model/checks'
import type { FileDiff } from '@meshwright/model/xml'
import { useMemo } from 'react'
import { useStore } from '../../../store/react.ts'
import { CodeView, Spinner } from '../../../ui/index.ts'
import { useDoor } from '../useDoor.ts'
import { counted } from '../words.ts'
import { loadXml } from '../xml/loadXml.ts'
import { changeCounts, changedLines } from './changedLines.ts'
import css from './FixLines.module.css'

/** The XML lines that a fix changes, file by file. */
export function FixLines({ fix, after }: { readonly fix: QuickFix; readonly after: Document }) {
  const xml = useDoor(loadXml)
  const before = useStore((state) => state.document.design)
  const files = useMemo(
    () => (xml && !(xml instanceof Error) ? xml.diffXml(before, after.design) : undefined),
    [xml, before, after],
  )
  if (xml instanceof Error)
    return (
      <p className={css.none}>The XML could not be loaded to show the lines. The fix works all the same.</p>
    )
  if (!files) return <Spinner label="Working out the lines" />
  if (files.length === 0) return <p className={css.none}>No line of XML changes.</p>
  return (
    <CodeView
      className={css.diff}
      label={`Lines that change: ${fix.label}`}
      header={<DiffHead files={files} />}
      lines={files.flatMap((file, index) => [
        ...(index > 0 || files.length > 1
          ? [{ id: file.path, spans: [{ text: file.path, kind: 'strong' as const }] }]
          : []),
        ...changedLines(file),
      ])}
    />
  )
}

/** Names of files beyond this are counted. */
const MOST = 3

function DiffHead({ files }: { readonly files: readonly FileDiff[] }) {
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
