import { networkOf, type Design } from '@meshwright/model'
import { runChecks, type Finding } from '@meshwright/model/checks'
import { useEffect, useMemo, useState } from 'react'
import { useStoreApi } from '../../store/react.ts'

/** What the checks say of a design that is not open; `isComplete` once those that ask the forecast have answered. */
export interface FoundThere {
  readonly findings: readonly Finding[]
  readonly isComplete: boolean
}

/** The quick checks answer at once, those of the forecast a moment later and away from the hand. */
export function useFindingsOf(design: Design | undefined): FoundThere {
  const { ports } = useStoreApi()
  const [slow, setSlow] = useState<{ readonly design: Design; readonly findings: readonly Finding[] }>()
  const quick = useMemo(() => (design ? runChecks(networkOf(design), { forecast: false }) : []), [design])
  useEffect(() => {
    if (!design || !ports.slowChecks) return undefined
    const wanted = new AbortController()
    ports.slowChecks(design, wanted.signal).then(
      (findings) => wanted.signal.aborted || setSlow({ design, findings }),
      // Without the forecast's answer the quick one stands, and says that it is not all.
      () => undefined,
    )
    return () => wanted.abort()
  }, [design, ports])
  const isComplete = slow !== undefined && slow.design === design
  return { findings: isComplete ? [...quick, ...slow.findings] : quick, isComplete }
}
