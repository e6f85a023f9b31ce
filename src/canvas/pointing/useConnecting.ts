import { BROKER_SIZE, isBrokerId, snap } from '@meshwright/model'
import type { Connection, FinalConnectionState, IsValidConnection } from '@xyflow/react'
import { useReactFlow } from '@xyflow/react'
import { useCallback, useMemo } from 'react'
import { freeNear } from '../../store/geometry.ts'
import { connect, connectToNew, whyNotConnect } from '../../store/gestures/connect.ts'
import { useStoreApi } from '../../store/react.ts'
import type { FlowEdge } from '../flow/flow.ts'

/** Drawing a connector: from the edge of a card to another card, or to where a new broker shall stand. */
export function useConnecting() {
  const store = useStoreApi()
  const flow = useReactFlow()

  const isValidConnection: IsValidConnection<FlowEdge> = useCallback(
    ({ source, target }) => whyNotConnect(store.getState().document.design, source, target) === undefined,
    [store],
  )
  const onConnect = useCallback(
    ({ source, target }: Connection) => {
      if (isBrokerId(source) && isBrokerId(target)) connect(store, source, target)
    },
    [store],
  )
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const from = state.fromNode?.id
      if (state.isValid || !from || !isBrokerId(from)) return
      const { document, toast } = store.getState()
      const over = state.toNode?.id
      if (over) {
        const refusal = over === from ? undefined : whyNotConnect(document.design, from, over)
        if (refusal) toast(refusal)
        return
      }
      const touch = 'changedTouches' in event ? event.changedTouches[0] : event
      if (!touch) return
      const at = flow.screenToFlowPosition({ x: touch.clientX, y: touch.clientY })
      const wish = { x: snap(at.x - BROKER_SIZE.width / 2), y: snap(at.y - BROKER_SIZE.height / 2) }
      connectToNew(store, from, freeNear(document, wish, BROKER_SIZE))
    },
    [store, flow],
  )
  return useMemo(
    () => ({ isValidConnection, onConnect, onConnectEnd }),
    [isValidConnection, onConnect, onConnectEnd],
  )
}
