import { networkOf } from '@meshwright/model'
import { useMemo } from 'react'
import type { ReachCell } from '../../../store/flow/flowSession.ts'
import { readCell } from './readCell.ts'
import type { Answered } from '../useReachAnswer.ts'

/** A cell of the table in full; nothing where none is meant. */
export function useReadCell(answered: Answered, cell: ReachCell | undefined) {
  return useMemo(
    () => cell && readCell(networkOf(answered.question.design), answered.question, cell),
    [answered, cell],
  )
}
