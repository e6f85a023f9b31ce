import type { Design } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { useMemo } from 'react'
import { useStoreApi } from '../../store/react.ts'
import type { FilesAnswer, WriteProgress } from '../../store/keeping/writing.ts'
import { useWork, type Asks, type Work } from '../common/useWork.ts'
import type { Format } from './chooseFiles.ts'

/** The files of a format that the model writes; nothing is asked for the others. */
export function useFiles(
  design: Design,
  format: Format,
  findings: readonly Finding[],
): Work<FilesAnswer, WriteProgress> {
  const { writer } = useStoreApi().ports
  // Only the summary names findings: configurations are not written anew for each that is found.
  const named = format === 'summary' ? findings : undefined
  const ask = useMemo((): Asks<FilesAnswer, WriteProgress> | undefined => {
    if (format === 'own' || format === 'design') return undefined
    const question = { design, format, ...(named ? { findings: named } : {}) }
    return (signal, onProgress) => writer.files(question, signal, onProgress)
  }, [writer, design, format, named])
  return useWork(ask)
}
