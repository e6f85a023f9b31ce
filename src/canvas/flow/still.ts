import { createContext } from 'react'
import type { Still } from '../../store/flow/flowOff.ts'

/** What stands still. One context rather than a subscription of every card: the store changes with each move of one. */
export const StillContext = createContext<Still>({
  brokers: new Set(),
  connectors: new Set(),
  instances: new Map(),
})
