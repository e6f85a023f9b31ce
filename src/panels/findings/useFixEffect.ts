import { DOCUMENT_VERSION, EMPTY_LAYOUT, type Design, type Document } from '@meshwright/model'
import type { Finding, QuickFix } from '@meshwright/model/checks'
import { useEffect, useMemo, useState } from 'react'
import { findingsOf, slowOf } from '../../store/checks/findings.ts'
import { quickFindings } from '../../store/checks/quickChecks.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { compareFindings, fixedDocument, type FixEffect } from './fixEffect.ts'

export interface TriedFix {
  readonly after: Document
  /** Absent until every check has answered that answers for the open design. */
  readonly effect: FixEffect | undefined
  /** Some checks were stopped or could not be finished, so the effect is not known of all. */
  readonly isPartial: boolean
}

/** Tries a fix on a copy: the document after it (without its drawing), and what becomes of the findings. */
export function useFixEffect(fix: QuickFix): TriedFix {
  const { ports } = useStoreApi()
  // Of the design alone: where things are drawn changes no finding, and dragging must run no check.
  const design = useStore((state) => state.document.design)
  const before = useStore(findingsOf)
  const slow = useStore(slowOf)
  const isSettled = ports.slowChecks === undefined || slow?.state === 'done'
  const isPartial = slow?.state === 'stopped' || slow?.state === 'failed'
  const after = useMemo(
    () => fixedDocument({ version: DOCUMENT_VERSION, design, layout: EMPTY_LAYOUT }, fix),
    [design, fix],
  )
  const quick = useMemo(() => quickFindings(after.design), [after])
  // Asked only once the open design has its own answer, so that quick edits one after another do not pile up work.
  const asked = useSlowFindings(isSettled && ports.slowChecks ? after.design : undefined)
  const effect = useMemo(() => {
    if (isPartial) return compareFindings(quickFindings(design), quick)
    if (!isSettled || (ports.slowChecks && !asked)) return undefined
    return compareFindings(before, [...quick, ...(asked ?? [])])
  }, [isPartial, isSettled, design, before, quick, asked, ports])
  return { after, effect, isPartial }
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
