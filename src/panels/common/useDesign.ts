import { networkOf, type Design, type ElementId, type Network } from '@meshwright/model'
import type { Store } from '../../store/createStore.ts'
import { useStore } from '../../store/react.ts'

export function useDesign(): Design {
  return useStore((state) => state.document.design)
}

/** The open design with its indexes; the same object until the design changes. */
export function useNetwork(): Network {
  return networkOf(useDesign())
}

/** The design is looked at, not changed. */
export function useReadOnly(): boolean {
  return useStore((state) => state.session.readOnly)
}

/** Selects elements and brings them into view, as a click on their name does. */
export function show(store: Store, ids: readonly ElementId[]): void {
  store.getState().select(ids)
  store.getState().view?.reveal(ids)
}
