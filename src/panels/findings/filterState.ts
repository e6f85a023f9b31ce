import { useSyncExternalStore } from 'react'
import type { FindingFilter } from './listFindings.ts'

// The chips stand in the row of tabs and the list below it: two places of the page that share one choice.
let chosen: FindingFilter = 'all'
const listeners = new Set<() => void>()

export function chooseFindings(filter: FindingFilter): void {
  chosen = filter
  for (const listener of listeners) listener()
}

export function useChosenFindings(): FindingFilter {
  return useSyncExternalStore(subscribe, () => chosen)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
