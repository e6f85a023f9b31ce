import { createElement, useEffect, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'

/** A component that is loaded when it is first shown, or before that with `load`. */
export interface Later<Props extends object> {
  (props: Props): ReactNode
  /** Loads it before it is needed. Never rejects: what could not be loaded is tried again when it is shown. */
  readonly load: () => Promise<void>
}

/** What stands where a part could not be loaded; `again` tries once more. */
export type Missing<Props> = (props: Props & { readonly again: () => void }) => ReactNode

interface Choices<Props extends object> {
  /** Shown while it loads. Nothing, unless told. */
  readonly waiting?: ReactNode
  readonly missing?: Missing<NoInfer<Props>>
}

type Part<Props> = ComponentType<Props> | 'waiting' | 'missing'

/**
 * A part of the page in a file of its own. Once that is there, the part is drawn at once: `React.lazy` would show its
 * fallback first, and React keeps a fallback for 300 ms, however soon the part arrives.
 *
 * @param read - `async () => (await import('./X.tsx')).X`
 */
export function later<Props extends object>(
  read: () => Promise<ComponentType<Props>>,
  { waiting = null, missing: Missing }: Choices<NoInfer<Props>> = {},
): Later<Props> {
  let part: Part<Props> = 'waiting'
  let loading: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const become = (next: Part<Props>) => {
    part = next
    for (const listener of listeners) listener()
  }
  const load = () =>
    (loading ??= read().then(become, () => {
      loading = undefined
      become('missing')
    }))
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const again = () => {
    become('waiting')
    void load()
  }
  function LaterPart(props: Props) {
    const shown = useSyncExternalStore(subscribe, () => part)
    useEffect(() => {
      if (part === 'waiting') void load()
      // It failed before anybody wanted to see it: now it is wanted.
      else if (part === 'missing') again()
    }, [])
    if (shown === 'waiting') return waiting
    if (shown === 'missing') return Missing === undefined ? null : <Missing {...props} again={again} />
    return createElement(shown, props)
  }
  return Object.assign(LaterPart, { load })
}
