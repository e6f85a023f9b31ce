import { TOPOLOGY_ENTRIES } from '@meshwright/model/gallery'
import { StrictMode, Suspense, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createStore } from '../../store/createStore.ts'
import { StoreContext, useStore } from '../../store/react.ts'
import { followSlowChecks } from '../../store/checks/slowChecks.ts'
import { UiProvider } from '../../ui/index.ts'
import { FindingsFilters } from '../findings/FindingsFilters.tsx'
import { FindingsPanel } from '../findings/FindingsPanel.tsx'
import { AMAZON_REGIONS } from '@meshwright/model/targets'
import { InspectorPanel } from '../inspector/InspectorPanel.tsx'
import { OutlinePanel } from '../outline/OutlinePanel.tsx'
import { PalettePanel } from '../palette/PalettePanel.tsx'
import { SummaryPanel } from '../summary/SummaryPanel.tsx'
import { XmlPanel } from '../xml/XmlPanel.tsx'
import { ConnectDialog } from '../connect/ConnectDialog.tsx'
import { CommandPalette } from '../command/CommandPalette.tsx'
import { ShortcutsDialog } from '../shortcuts/ShortcutsDialog.tsx'
import { DesignsDialog } from '../designs/DesignsDialog.tsx'
import { GalleryDialog } from '../gallery/GalleryDialog.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { ShareDialog } from '../share/ShareDialog.tsx'
import { OpenUrlDialog } from '../open-url/OpenUrlDialog.tsx'
import { DesignPicture } from '../common/DesignPicture.tsx'
import { exampleDocument } from './example.ts'
import { memoryPorts } from './memoryPorts.ts'
import './showcase.css'

const GALLERY = { status: 'ready', value: TOPOLOGY_ENTRIES } as const
const CARDS = TOPOLOGY_ENTRIES.map(({ id, title, shape }) => ({ id, name: title, shape, published: false }))

const PANELS: Readonly<Record<string, ReactNode>> = {
  findings: <FindingsPanel />,
  xml: <XmlPanel />,
  summary: <SummaryPanel />,
  outline: <OutlinePanel />,
}

const asked = new URLSearchParams(location.search)
const store = createStore(memoryPorts(), { document: exampleDocument() })
followSlowChecks(store)
const panel = asked.get('panel')
if (panel === 'findings' || panel === 'xml' || panel === 'summary' || panel === 'outline')
  store.getState().setSession({ panel })
const askedDialog = asked.get('dialog')
if (askedDialog)
  store.getState().setSession({
    dialog: askedDialog as 'share',
    ...(asked.get('from') ? { connectFrom: asked.get('from') as 'b1' } : {}),
  })
const selected = asked.get('select')?.split(',') ?? []
store.getState().select(selected as [])
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'light'
Object.assign(globalThis, { store })

function onClose() {
  store.getState().setSession({ dialog: undefined })
}

function Dialogs() {
  const dialog = useStore((state) => state.session.dialog)
  switch (dialog) {
    case 'connect':
      return <ConnectDialog onClose={onClose} />
    case 'palette':
      return <CommandPalette onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
    case 'designs':
      return <DesignsDialog onClose={onClose} />
    case 'export':
      return <ExportDialog onClose={onClose} />
    case 'share':
      return <ShareDialog onClose={onClose} address="https://meshwright.example/" />
    case 'gallery':
      return <GalleryDialog onClose={onClose} gallery={GALLERY} readDesign={() => new Promise(() => {})} />
    case 'open-url':
      return (
        <OpenUrlDialog
          onClose={onClose}
          readAddress={(text) => {
            const url = URL.parse(text)
            return url
              ? { ok: true, value: { url, host: url.host }, problems: [] }
              : { ok: false, problems: [{ code: 'no', message: 'This is no web address.' }] }
          }}
          load={() => new Promise(() => {})}
        />
      )
    default:
      return null
  }
}

function Showcase() {
  const document = useStore((state) => state.document)
  const open = useStore((state) => state.session.panel)
  return (
    <div className="showcase">
      <aside className="palette">
        <PalettePanel topologies={{ status: 'ready', value: CARDS }} />
      </aside>
      <main className="drawing">
        <DesignPicture document={document} label="The drawing" />
      </main>
      <aside className="inspector">
        <InspectorPanel awsRegions={AMAZON_REGIONS} />
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
      <Dialogs />
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
