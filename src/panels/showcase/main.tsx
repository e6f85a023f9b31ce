import { StrictMode, Suspense, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createStore } from '../../store/createStore.ts'
import { StoreContext, useStore } from '../../store/react.ts'
import { UiProvider } from '../../ui/index.ts'
import { FindingsFilters } from '../findings/FindingsFilters.tsx'
import { FindingsPanel } from '../findings/FindingsPanel.tsx'
import { InspectorPanel } from '../inspector/InspectorPanel.tsx'
import { OutlinePanel } from '../outline/OutlinePanel.tsx'
import { PalettePanel } from '../palette/PalettePanel.tsx'
import { SummaryPanel } from '../summary/SummaryPanel.tsx'
import { XmlPanel } from '../xml/XmlPanel.tsx'
import { DesignPicture } from '../common/DesignPicture.tsx'
import { exampleDocument } from './example.ts'
import { memoryPorts } from './memoryPorts.ts'
import './showcase.css'

const PANELS: Readonly<Record<string, ReactNode>> = {
  findings: <FindingsPanel />,
  xml: <XmlPanel />,
  summary: <SummaryPanel />,
  outline: <OutlinePanel />,
}

const asked = new URLSearchParams(location.search)
const store = createStore(memoryPorts(), { document: exampleDocument() })
const panel = asked.get('panel')
if (panel === 'findings' || panel === 'xml' || panel === 'summary' || panel === 'outline')
  store.getState().setSession({ panel })
const selected = asked.get('select')?.split(',') ?? []
store.getState().select(selected as [])
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'light'
Object.assign(globalThis, { store })

function Showcase() {
  const document = useStore((state) => state.document)
  const open = useStore((state) => state.session.panel)
  return (
    <div className="showcase">
      <aside className="palette">
        <PalettePanel />
      </aside>
      <main className="drawing">
        <DesignPicture document={document} label="The drawing" />
      </main>
      <aside className="inspector">
        <InspectorPanel />
      </aside>
      <section className="bottom" style={{ height: Number(asked.get('height') ?? 264) }}>
        <nav className="tabs">
          {Object.keys(PANELS).map((id) => (
            <button
              key={id}
              type="button"
              onClick={() => store.getState().setSession({ panel: id as 'xml' })}
            >
              {id}
            </button>
          ))}
          <FindingsFilters />
        </nav>
        <div className="content">
          <Suspense>{PANELS[open] ?? PANELS['findings']}</Suspense>
        </div>
      </section>
    </div>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <StoreContext value={store}>
        <UiProvider>
          <Showcase />
        </UiProvider>
      </StoreContext>
    </StrictMode>,
  )
}
