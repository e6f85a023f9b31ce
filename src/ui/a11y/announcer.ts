export interface Announcement {
  readonly id: number
  readonly text: string
  /** `assertive` interrupts what is being read: for what cannot wait, such as lost work. */
  readonly urgency: 'polite' | 'assertive'
}

/** Speaks to screen readers. A port: the store and the canvas can be handed `announce` without knowing React. */
export interface Announcer {
  readonly announce: (text: string, urgency?: Announcement['urgency']) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => Announcement | undefined
}

export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>()
  let last: Announcement | undefined
  return {
    announce(text, urgency = 'polite') {
      last = { id: (last?.id ?? 0) + 1, text, urgency }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    current: () => last,
  }
}
