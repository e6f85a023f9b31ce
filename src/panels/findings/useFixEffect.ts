import { DOCUMENT_VERSION, EMPTY_LAYOUT, type Design, type Document } from '@meshwright/model'
import type { Finding, QuickFix } from '@meshwright/model/checks'
import { useEffect, useMemo, useState } from 'react'
import { findingsOf } from '../../store/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { compareFindings, fixedDocument, quickly, type FixEffect } from './fixEffect.ts'

export interface TriedFix {
  readonly after: Document
  /** Absent until every check has answered, those that ask the forecast included. */
  readonly effect: FixEffect | undefined
}

/** Tries a fix on a copy: the document after it (without its drawing), and what becomes of the findings. */
export function useFixEffect(fix: QuickFix): TriedFix {
  const { ports } = useStoreApi()
  // Of the design alone: where things are drawn changes no finding, and dragging must run no check.
  const design = useStore((state) => state.document.design)
  const before = useStore(findingsOf)
  const hasForecast = ports.slowChecks !== undefined
  const isSettled = useStore(({ slow }) => !hasForecast || (slow?.design === design && slow.state === 'done'))
  const after = useMemo(
    () => fixedDocument({ version: DOCUMENT_VERSION, design, layout: EMPTY_LAYOUT }, fix),
    [design, fix],
  )
  const quick = useMemo(() => quickly(after.design), [after])
  // Asked only once the open design has its own answer, so that quick edits one after another do not pile up work.
  const asked = useSlowFindings(isSettled ? after.design : undefined)
  const isKnown = isSettled && (asked !== undefined || !hasForecast)
  return { after, effect: isKnown ? compareFindings(before, [...quick, ...(asked ?? [])]) : undefined }
}

interface SlowAnswer {
  readonly of: Design
  readonly findings: readonly Finding[]
}

/** What the checks that ask the forecast say of a design; `undefined` until they have answered. */
function useSlowFindings(wanted: Design | undefined): readonly Finding[] | undefined {
  const { ports } = useStoreApi()
  const [answer, setAnswer] = useState<SlowAnswer>()
  useEffect(() => {
    if (!ports.slowChecks || !wanted) return undefined
    const asking = new AbortController()
    ports.slowChecks(wanted, asking.signal).then(
      (findings) => asking.signal.aborted || setAnswer({ of: wanted, findings }),
      // Without an answer nothing is said of the effect; the fix works all the same.
      () => undefined,
    )
    return () => asking.abort()
  }, [wanted, ports])
  return answer && answer.of === wanted ? answer.findings : undefined
}
