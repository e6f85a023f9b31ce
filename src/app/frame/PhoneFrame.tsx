import { lazy, Suspense, useState } from 'react'
import { loadPanel } from '../../panels/dialogs.ts'
import { Canvas } from '../../canvas/index.ts'
import { runAction } from '../../store/actions/index.ts'
import { countFindings, openFindings } from '../../store/findings.ts'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import {
  Button,
  Dialog,
  IconButton,
  LinkIcon,
  Logo,
  SearchIcon,
  SeverityCounts,
  VisuallyHidden,
} from '../../ui/index.ts'
import { Banners } from './Banners.tsx'
import { DesignMenu } from './DesignMenu.tsx'
import { PANELS, PanelContent, type ShownPanel } from './panelContent.tsx'
import css from './PhoneFrame.module.css'

const InspectorPanel = lazy(async () => ({ default: await loadPanel.inspector() }))

type Sheet = ShownPanel | 'details'

/** On a phone: the drawing, and everything about it as sheets from below. Made for looking. */
export function PhoneFrame() {
  const store = useStoreApi()
  const counts = countFindings(openFindings(useFindings()))
  const selected = useStore((state) => state.session.selection.length)
  const [sheet, setSheet] = useState<Sheet>()
  const title = sheet === 'details' ? 'Details' : (PANELS.find(({ id }) => id === sheet)?.label ?? '')
  return (
    <div className={css.frame}>
      <header className={css.bar}>
        <h1>
          <Logo size={24} />
          <VisuallyHidden>Meshwright</VisuallyHidden>
        </h1>
        <DesignMenu />
        <span className={css.end}>
          <IconButton
            label="Find a broker or run a command"
            icon={<SearchIcon />}
            onClick={() => runAction(store, 'palette')}
          />
          <IconButton label="Share…" icon={<LinkIcon />} onClick={() => runAction(store, 'share')} />
        </span>
      </header>
      <Banners />
      <main className={css.canvas} aria-label="Drawing">
        <Canvas />
      </main>
      <nav className={css.tabs} aria-label="About the network">
        {PANELS.map(({ id, label }) => (
          <Button key={id} kind="quiet" className={css.tab} onClick={() => setSheet(id)}>
            {label}
            {id === 'findings' ? <SeverityCounts counts={counts} size={12} /> : null}
          </Button>
        ))}
        <Button kind="quiet" className={css.tab} onClick={() => setSheet('details')}>
          {selected === 0 ? 'Design' : 'Selected'}
        </Button>
      </nav>
      {sheet ? (
        <Dialog
          open
          sheet="bottom"
          title={title}
          titleHidden={sheet === 'details'}
          padded={false}
          onOpenChange={() => setSheet(undefined)}
        >
          <div className={css.sheet}>
            {sheet === 'details' ? (
              <Suspense fallback={null}>
                <InspectorPanel />
              </Suspense>
            ) : (
              <PanelContent id={sheet} />
            )}
          </div>
        </Dialog>
      ) : null}
    </div>
  )
}
