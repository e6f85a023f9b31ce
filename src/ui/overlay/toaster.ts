export interface ToastAction {
  readonly label: string
  readonly run: () => void
  /** The shortcut that does the same, so that it can still be done when the toast has gone. */
  readonly keys?: string | undefined
}

export interface ToastRequest {
  readonly text: string
  /** `done` has a check, `error` an octagon and stays until it is closed. */
  readonly tone?: 'plain' | 'done' | 'error' | undefined
  readonly action?: ToastAction | undefined
  /** A toast with the same key is replaced instead of stacked: "4 lines changed" after "3 lines changed". */
  readonly key?: string | undefined
}

export interface Toast extends ToastRequest {
  readonly id: string
}

/** Shows short messages. A port: the store can be handed `toast` without knowing React. */
export interface Toaster {
  readonly toast: (request: ToastRequest) => string
  readonly dismiss: (id: string) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly shown: () => readonly Toast[]
}

/** The oldest go first when there are more. */
const mostToasts = 3

export function createToaster(): Toaster {
  const listeners = new Set<() => void>()
  let count = 0
  let shown: readonly Toast[] = []
  const show = (next: readonly Toast[]) => {
    shown = next
    for (const listener of listeners) listener()
  }
  return {
    toast(request) {
      count += 1
      const id = `toast-${count}`
      const others = shown.filter((toast) => request.key === undefined || toast.key !== request.key)
      show([...others, { ...request, id }].slice(-mostToasts))
      return id
    },
    dismiss(id) {
      if (shown.some((toast) => toast.id === id)) show(shown.filter((toast) => toast.id !== id))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    shown: () => shown,
  }
}
