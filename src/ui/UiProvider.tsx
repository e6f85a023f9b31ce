import './style/styles.css'
import { createContext, useContext, useState, type ReactNode } from 'react'
import { createAnnouncer, type Announcer } from './a11y/announcer.ts'
import { LiveRegion } from './a11y/LiveRegion.tsx'
import { ToastList } from './overlay/ToastList.tsx'
import { createToaster, type Toaster } from './overlay/toaster.ts'

interface UiProviderProps {
  /** Made outside when something that is not React must speak too. */
  readonly toaster?: Toaster | undefined
  readonly announcer?: Announcer | undefined
  readonly children: ReactNode
}

interface Voices {
  readonly toaster: Toaster
  readonly announcer: Announcer
}

const VoicesContext = createContext<Voices | null>(null)

/** Stands once at the top of the page: toasts and the live region need it. */
export function UiProvider({ toaster, announcer, children }: UiProviderProps) {
  const [voices] = useState<Voices>(() => ({
    toaster: toaster ?? createToaster(),
    announcer: announcer ?? createAnnouncer(),
  }))
  return (
    <VoicesContext value={voices}>
      {children}
      <ToastList toaster={voices.toaster} />
      <LiveRegion announcer={voices.announcer} />
    </VoicesContext>
  )
}

/** Shows a toast: `toast({ text: '4 lines changed', tone: 'done', action: { label: 'Undo', run } })`. */
export function useToast(): Toaster['toast'] {
  return useVoices().toaster.toast
}

/** Says something to screen readers without showing it. */
export function useAnnounce(): Announcer['announce'] {
  return useVoices().announcer.announce
}

function useVoices(): Voices {
  const voices = useContext(VoicesContext)
  if (voices === null)
    throw new Error('UiProvider is missing above this component. Put it at the top of the page.')
  return voices
}
