import type { Finding } from '@meshwright/model/checks'
import { createContext, use } from 'react'
import { useStore as useZustandStore } from 'zustand'
import type { Actions, State, Store } from './createStore.ts'
import { findingsOf } from './checks/findings.ts'

/** The store of the page, handed down once at the top. */
export const StoreContext = createContext<Store | undefined>(undefined)

/** The store itself, for handlers that read the newest state when they run. */
export function useStoreApi(): Store {
  const store = use(StoreContext)
  if (!store)
    throw new Error(
      'No store was handed down. Wrap the page in StoreContext; it is a fault of Meshwright itself.',
    )
  return store
}

/** One slice of the state. The selector returns the same object until its part of the state changes. */
export function useStore<Slice>(selector: (state: State & Actions) => Slice): Slice {
  return useZustandStore(useStoreApi(), selector)
}

/** Every finding known of the open design, ignored ones included. */
export function useFindings(): readonly Finding[] {
  return useStore(findingsOf)
}
