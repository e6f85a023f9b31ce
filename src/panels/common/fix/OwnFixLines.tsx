import type { Design } from '@meshwright/model'
import type { QuickFix } from '@meshwright/model/checks'
import { useCallback } from 'react'
import type { Reader } from '../../../store/import/importing.ts'
import type { OwnFiles } from '../../../store/import/ownFiles.ts'
import { useStore } from '../../../store/react.ts'
import { Spinner } from '../../../ui/index.ts'
import { useWork, type Asks } from '../useWork.ts'
import { codeLines } from '../xml/codeLines.ts'
import type { PreviewedFile } from '../../../store/import/importing.ts'
import { DiffView } from './DiffView.tsx'
import css from './FixLines.module.css'

export interface OwnFixLinesProps {
  readonly fix: QuickFix
  readonly after: Design
  readonly own: readonly OwnFiles[]
  readonly reader: Reader
}

/** The lines of somebody's own files that a fix changes, in the style of each file; worked out away from the hand. */
export function OwnFixLines({ fix, after, own, reader }: OwnFixLinesProps) {
  const before = useStore((state) => state.document.design)
  const ask = useCallback<Asks<readonly PreviewedFile[]>>(
    (signal) => reader.preview(own, before, after, signal),
    [reader, own, before, after],
  )
  const { answer, former, state } = useWork(ask)
  if (state === 'failed')
    return (
      <p className={css.none}>Your files could not be read to show the lines. The fix works all the same.</p>
    )
  const files = answer ?? former
  if (!files) return <Spinner label="Working out the lines of your files" />
  return (
    <DiffView
      wraps
      label={`Lines of your files that change: ${fix.label}`}
      files={files.map((file) => ({ ...file, rows: codeLines(file) }))}
    />
  )
}
