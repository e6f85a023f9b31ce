import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startAutosave } from '../store/keeping/autosave.ts'
import { createStore } from '../store/createStore.ts'
import { LAST_DESIGN } from '../store/keeping/designs.ts'
import { keepVersions } from '../store/keeping/versions.ts'
import { readFrame } from '../store/frame.ts'
import { keepOwnFiles } from '../store/import/keepOwnFiles.ts'
import { keepPlaced } from '../store/places.ts'
import { StoreContext } from '../store/react.ts'
import { followSlowChecks } from '../store/checks/slowChecks.ts'
import { createAnnouncer, createToaster, thisPlatform, UiProvider } from '../ui/index.ts'
import { App } from './App.tsx'
import { AutosaveContext } from './autosave.ts'
import { enter, openAddress } from './entry.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { DamagedLink, EmbedFrame, PhoneFrame } from './frame/laterFrames.ts'
import { loadRest } from './frame/loadRest.ts'
import { browserPorts } from './ports/browserPorts.ts'
import { restForTheHand } from './restForTheHand.ts'
import { listenToKeys } from './shortcuts.ts'
import { PHONE } from './useMedia.ts'

const FRAME = 'frame'

const toaster = createToaster()
const announcer = createAnnouncer()
const ports = browserPorts(toaster, announcer)
const store = createStore(ports, { frame: readFrame(ports.memory.read(FRAME)) })
const autosave = startAutosave(store)
keepPlaced(store)
keepOwnFiles(store)
keepVersions(store)
listenToKeys(store, thisPlatform() === 'mac')

store.subscribe((state, before) => {
  if (state.frame !== before.frame) ports.memory.write(FRAME, JSON.stringify(state.frame))
  if (state.kept && state.kept.id !== before.kept?.id) ports.memory.write(LAST_DESIGN, state.kept.id)
  // Once a design is the user's own, the address no longer says what is on the screen.
  if (state.kept && !before.kept && location.hash !== '')
    history.replaceState(null, '', location.pathname + location.search)
  if (state.document.design.name !== before.document.design.name)
    document.title = `${state.document.design.name} · Meshwright`
})
window.addEventListener('hashchange', () => {
  void autosave.flush().then(() => openAddress(store, location.href))
})
// A tab that is closed or put away saves at once instead of after the pause.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void autosave.flush()
})

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the application.')

/** The checks come after the first picture: nobody reads a finding before the drawing, and they weigh as much as it. */
async function startChecks(): Promise<void> {
  try {
    const { findInTurn, QUICK_CHECKS } = await import('../store/checks/quickChecks.ts')
    await findInTurn(store.getState().document.design, restForTheHand())
    store.getState().setChecks(QUICK_CHECKS)
    followSlowChecks(store)
  } catch {
    ports.toast({
      text: 'The checks could not be loaded, so no findings are shown. Try again when you are online.',
      tone: 'error',
      action: { label: 'Try again', run: () => void startChecks() },
    })
  }
}

/** What is not in the first picture, in the order in which it is missed. */
async function startRest(): Promise<void> {
  await startChecks()
  const { followCompare } = await import('../store/compare/compare.ts')
  followCompare(store)
  await loadRest()
}

/** The frame of this window, where it is not the desk's: the first picture needs it. */
function loadFrame(): Promise<void> | undefined {
  const { damaged, embed } = store.getState().session
  if (damaged !== undefined) return DamagedLink.load()
  if (embed) return EmbedFrame.load()
  return matchMedia(PHONE).matches ? PhoneFrame.load() : undefined
}

async function start(place: Element): Promise<void> {
  void loadFrame()
  await enter(store, location.href).catch(() => {})
  await loadFrame()
  createRoot(place).render(
    <StrictMode>
      <StoreContext value={store}>
        <AutosaveContext value={autosave}>
          <UiProvider toaster={toaster} announcer={announcer}>
            <ErrorBoundary>
              <App />
            </ErrorBoundary>
          </UiProvider>
        </AutosaveContext>
      </StoreContext>
    </StrictMode>,
  )
  // Two frames on, the drawing is on the screen.
  requestAnimationFrame(() => requestAnimationFrame(() => void startRest()))
}

void start(root)
