import { createContext, use } from 'react'
import { scaleAt, type Scale } from './zoom.ts'

/** How much is drawn at this zoom; changes in steps, so nodes and edges are not drawn anew while zooming. */
export const ScaleContext = createContext<Scale>(scaleAt(1))

export function useScale(): Scale {
  return use(ScaleContext)
}
