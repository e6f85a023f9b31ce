import { useCallback } from 'react'
import { withFields, type Fields } from '../../store/createStore.ts'
import type { FlowSession } from '../../store/flow/flowSession.ts'
import { useStoreApi } from '../../store/react.ts'

/** Changes some fields of the run that is set up; `undefined` takes one out. */
export function useSetFlow(): (fields: Fields<FlowSession>) => void {
  const store = useStoreApi()
  return useCallback(
    (fields) => {
      const { flow } = store.getState().session
      store.getState().setSession({ flow: withFields(flow, fields) })
    },
    [store],
  )
}

/** What else changes with the set-up: the run begins anew. */
export const FROM_START = { time: 0, isPlaying: false } as const
