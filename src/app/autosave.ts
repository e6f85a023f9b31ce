import { createContext, use } from 'react'
import type { Autosave } from '../store/keeping/autosave.ts'

/** What keeps the open design, handed down once at the top. */
export const AutosaveContext = createContext<Autosave | undefined>(undefined)

export function useAutosave(): Autosave {
  const autosave = use(AutosaveContext)
  if (!autosave) throw new Error('No autosave was handed down. It is a fault of Meshwright itself.')
  return autosave
}
