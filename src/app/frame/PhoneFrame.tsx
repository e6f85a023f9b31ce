import { useEffect, useRef, useState } from 'react'
import { Canvas } from '../../canvas/index.ts'
import { runAction } from '../../store/actions/index.ts'
import { countFindings, openFindings } from '../../store/checks/findings.ts'
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
import { laterPanel } from './laterPanels.tsx'
import { PANELS } from './panelContent.tsx'
import css from './PhoneFrame.module.css'
import type { PhoneSheetProps, Sheet } from './PhoneSheet.tsx'

const PhoneSheet = laterPanel<PhoneSheetProps>(async () => (await import('./PhoneSheet.tsx')).PhoneSheet)

/** On a phone: the drawing, and under it one thing about it at a time. Made for looking. */
export function PhoneFrame() {
  const store = useStoreApi()
  const counts = countFindings(openFindings(useFindings()))
  const selected = useStore((state) => state.session.selection.length)
  const panel = useStore((state) => state.session.panel)
  const isComparing = useStore((state) => state.session.compare !== undefined)
  const [isOpen, setOpen] = useState(false)
  const [isDetails, setDetails] = useState(false)
  const [isTall, setTall] = useState(false)
  const sheet: Sheet | undefined = isOpen
    ? isDetails
      ? 'details'
      : (PANELS.find(({ id }) => id === panel)?.id ?? 'findings')
    : undefined
  // The drawing has just lost or won room: all of it again, or what is lit.
  const drawing = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!drawing.current) return undefined
    let frame = 0
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      // The drawing itself learns of its new size in the frame between.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          const { view, session } = store.getState()
          view?.fit(session.overlay?.lit ?? [])
        })
      })
    })
    observer.observe(drawing.current)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [store])
  // What an action, a link or another panel opens is opened here too.
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.session.panel === before.session.panel) return
        setDetails(false)
        setOpen(true)
      }),
    [store],
  )
  const show = (next: Sheet) => {
    setOpen(next !== sheet)
    setDetails(next === 'details')
    if (next !== 'details') store.getState().setSession({ panel: next })
  }
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
      <main ref={drawing} className={css.canvas} aria-label="Drawing" data-toasts="">
        <Canvas />
      </main>
      <nav className={css.tabs} aria-label="About the network">
        {PANELS.filter(({ id }) => id !== 'compare' || isComparing || panel === id).map(({ id, label }) => (
          <Button key={id} kind="quiet" className={css.tab} pressed={sheet === id} onClick={() => show(id)}>
            {label}
            {id === 'findings' ? <SeverityCounts counts={counts} size={12} /> : null}
          </Button>
        ))}
        <Button
          kind="quiet"
          className={css.tab}
          pressed={sheet === 'details'}
          onClick={() => show('details')}
        >
          {selected === 0 ? 'Design' : 'Selected'}
        </Button>
      </nav>
      {sheet ? (
        <PhoneSheet sheet={sheet} isTall={isTall} onTall={setTall} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  )
}
