import { lazy, Suspense, useState } from 'react'
import { Canvas } from '../../canvas/index.ts'
import { runAction } from '../../store/actions/index.ts'
import { countFindings, openFindings } from '../../store/findings.ts'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import {
  Button,
  IconButton,
  LinkIcon,
  Logo,
  SearchIcon,
  SeverityCounts,
  VisuallyHidden,
} from '../../ui/index.ts'
import { Banners } from './Banners.tsx'
import { DesignMenu } from './DesignMenu.tsx'
import { PANELS } from './panelContent.tsx'
import css from './PhoneFrame.module.css'
import type { Sheet } from './PhoneSheet.tsx'

const PhoneSheet = lazy(async () => ({ default: (await import('./PhoneSheet.tsx')).PhoneSheet }))

/** On a phone: the drawing, and everything about it as sheets from below. Made for looking. */
export function PhoneFrame() {
  const store = useStoreApi()
  const counts = countFindings(openFindings(useFindings()))
  const selected = useStore((state) => state.session.selection.length)
  const [sheet, setSheet] = useState<Sheet>()
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
        <Suspense fallback={null}>
          <PhoneSheet sheet={sheet} onClose={() => setSheet(undefined)} />
        </Suspense>
      ) : null}
    </div>
  )
}
