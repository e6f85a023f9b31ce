import type { Design } from '@meshwright/model'
import type { Summary } from '@meshwright/model/summary'
import { useMemo } from 'react'
import { useStoreApi } from '../../store/react.ts'
import { useWork, type Asks, type Work } from '../common/useWork.ts'

/** A summary and the design that it is of. */
export interface SummedUp {
  readonly design: Design
  readonly summary: Summary
}

const known = new WeakMap<Design, SummedUp>()

/** The summary of a design; the same design is summed up once. Nothing is asked of a design without brokers. */
export function useSummary(design: Design): Work<SummedUp> {
  const { writer } = useStoreApi().ports
  const ask = useMemo((): Asks<SummedUp> | undefined => {
    if (design.brokers.length === 0) return undefined
    return async (signal) => {
      const found = known.get(design)
      if (found) return found
      const answer = { design, summary: await writer.summary(design, signal) }
      known.set(design, answer)
      return answer
    }
  }, [writer, design])
  return useWork(ask)
}
