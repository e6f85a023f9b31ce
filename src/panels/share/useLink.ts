import type { Document } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { useCallback, useMemo, useRef } from 'react'
import { touchedBy } from '../../store/checks/findings.ts'
import type { LinkAnswer, WriteProgress } from '../../store/keeping/writing.ts'
import { useStoreApi } from '../../store/react.ts'
import { useWork, type Asks, type Work } from '../common/useWork.ts'
import { linkQuestion, type ShareChoices } from './shareLink.ts'

/** The link of the choices as they are, made away from the hand; `copied` waits for it. */
export function useLink(
  document: Document,
  choices: ShareChoices,
  finding: Finding | undefined,
  today: string,
): { readonly work: Work<LinkAnswer, WriteProgress>; readonly copied: () => Promise<LinkAnswer> } {
  const { writer } = useStoreApi().ports
  const made = useRef<Promise<LinkAnswer>>(undefined)
  const question = useMemo(
    () =>
      linkQuestion(
        document,
        choices,
        today,
        finding && { check: finding.check, selected: touchedBy(finding) },
      ),
    [document, choices, finding, today],
  )
  const ask = useCallback<Asks<LinkAnswer, WriteProgress>>(
    (signal, onProgress) => {
      made.current = writer.link(question, signal, onProgress)
      return made.current
    },
    [writer, question],
  )
  return {
    work: useWork(ask),
    copied: async () => await (made.current ?? Promise.reject(new Error('No link was asked for.'))),
  }
}
