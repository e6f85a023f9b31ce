import { useSyncExternalStore } from 'react'
import type { Announcer } from './announcer.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** The place screen readers listen to. Two regions take turns, so that the same sentence twice is read twice. */
export function LiveRegion({ announcer }: { readonly announcer: Announcer }) {
  const last = useSyncExternalStore(announcer.subscribe, announcer.current)
  const say = (urgency: 'polite' | 'assertive', turn: number) =>
    last?.urgency === urgency && last.id % 2 === turn ? last.text : ''
  return (
    <VisuallyHidden>
      <output>{say('polite', 0)}</output>
      <output>{say('polite', 1)}</output>
      <span role="alert">{say('assertive', 0)}</span>
      <span role="alert">{say('assertive', 1)}</span>
    </VisuallyHidden>
  )
}
