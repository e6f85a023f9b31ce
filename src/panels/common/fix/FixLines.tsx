import type { Document } from '@meshwright/model'
import type { QuickFix } from '@meshwright/model/checks'
import { useMemo } from 'react'
import { ownOf } from '../../../store/import/ownFiles.ts'
import { useStore, useStoreApi } from '../../../store/react.ts'
import { Spinner } from '../../../ui/index.ts'
import { useDoor } from '../useDoor.ts'
import { loadXml } from '../xml/loadXml.ts'
import { changedLines } from './changedLines.ts'
import { DiffView } from './DiffView.tsx'
import css from './FixLines.module.css'
import { OwnFixLines } from './OwnFixLines.tsx'

export interface FixLinesProps {
  readonly fix: QuickFix
  readonly after: Document
}

/** The lines that a fix changes, file by file: of somebody's own files where the design was read from them. */
export function FixLines({ fix, after }: FixLinesProps) {
  const { reader } = useStoreApi().ports
  const all = useStore((state) => state.own)
  const { design, sources } = useStore((state) => state.document)
  const own = useMemo(() => ownOf(all, { design, ...(sources ? { sources } : {}) }), [all, design, sources])
  if (own.length === 0 || !reader) return <WrittenFixLines fix={fix} after={after} />
  return <OwnFixLines fix={fix} after={after.design} own={own} reader={reader} />
}

/** The lines as Meshwright writes them. */
function WrittenFixLines({ fix, after }: FixLinesProps) {
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
  return (
    <DiffView
      label={`Lines that change: ${fix.label}`}
      files={files.map((file) => ({ ...file, rows: changedLines(file) }))}
    />
  )
}
