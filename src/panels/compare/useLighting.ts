import { isBrokerId, isConnectorId, type BrokerId, type ConnectorId } from '@meshwright/model'
import type { ChangedAt } from '@meshwright/model/diff'
import type { Compared } from '../../store/compare/compared.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { show } from '../common/useDesign.ts'

type At = ChangedAt<BrokerId | ConnectorId>

/** How a row about elements and the drawing go together: the pointer or the focus lights them, a click brings them into view. */
export function useLighting(compare: Compared) {
  const store = useStoreApi()
  const [open, other] =
    compare.side === 'before' ? (['after', 'before'] as const) : (['before', 'after'] as const)
  const light = (at: At | undefined) => {
    const { compare: now } = store.getState().session
    if (!now) return
    const [here, there] = [at?.[open], at?.[other]]
    const { lit: _, ...rest } = now
    store.getState().setSession({
      lit: here === undefined ? [] : [here],
      compare: here === undefined && there !== undefined ? { ...rest, lit: there } : rest,
    })
  }
  const selection = useStore((state) => state.session.selection)
  /** Whether what a row is about is selected, for elements of the open design. */
  const isSelected = (at: At) => {
    const here = at[open]
    return here !== undefined && selection.includes(here)
  }
  const lighting = (at: At) => ({
    onClick: () => {
      const here = at[open]
      if (here !== undefined && (isBrokerId(here) || isConnectorId(here))) show(store, [here])
    },
    onPointerEnter: () => light(at),
    onPointerLeave: () => light(undefined),
    onFocus: () => light(at),
    onBlur: () => light(undefined),
  })
  return { lighting, isSelected }
}
