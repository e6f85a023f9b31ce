import { useState } from 'react'
import { Canvas } from '../canvas/index.ts'
import { PalettePanel, PaletteRail } from '../panels/index.ts'
import { FRAME_LIMITS, FIRST_FRAME } from '../store/frame.ts'
import { runAction } from '../store/actions/index.ts'
import { useStore, useStoreApi } from '../store/react.ts'
import { IconButton, later, ResizeHandle, UnfoldRightIcon, useTheme } from '../ui/index.ts'
import css from './App.module.css'
import { CataloguesContext, LOADING, useAwsRegions, useTopologies } from './catalogues.ts'
import { Banners } from './frame/Banners.tsx'
import { BottomPanel } from './frame/BottomPanel.tsx'
import { Dialogs } from './frame/Dialogs.tsx'
import { DamagedLink, EmbedFrame, PhoneFrame } from './frame/laterFrames.ts'
import { FlowSetupPanel, InspectorPanel } from './frame/laterPanels.tsx'
import { TopBar } from './frame/TopBar.tsx'
import { useFileDrop } from './useFileDrop.ts'
import { useLinkView } from './useLinkView.ts'
import { PHONE, useMedia } from './useMedia.ts'

// After the drawing: nobody reads a catalogue before it.
const CatalogueReader = later(async () => (await import('./CatalogueReader.tsx')).CatalogueReader)

/** Where canvas and panels sit. */
export function App() {
  useTheme(useStore((state) => state.session.linkTheme ?? state.frame.theme))
  useLinkView()
  const drop = useFileDrop()
  const [catalogues, setCatalogues] = useState(LOADING)
  const isPhone = useMedia(PHONE)
  const isEmbedded = useStore((state) => state.session.embed)
  const isDamaged = useStore((state) => state.session.damaged !== undefined)
  return (
    <CataloguesContext value={catalogues}>
      <div className={css.page} {...drop.room}>
        {isDamaged ? <DamagedLink /> : isEmbedded ? <EmbedFrame /> : isPhone ? <PhoneFrame /> : <DeskFrame />}
        <Dialogs />
        <CatalogueReader onChange={setCatalogues} />
        {drop.isOver ? (
          <div className={css.drop}>
            {drop.isCompared
              ? 'Drop what to compare with: configurations of brokers, a folder or zip of them, or a design file. It is only looked at.'
              : 'Drop configurations of brokers, a folder or zip of them, or a design file. Your designs stay as they are.'}
          </div>
        ) : null}
      </div>
    </CataloguesContext>
  )
}

function DeskFrame() {
  const store = useStoreApi()
  const frame = useStore((state) => state.frame)
  const isNarrow = useMedia('(max-width: 1100px)')
  const isTight = useMedia('(max-width: 900px)')
  const hasPalette = frame.palette && !isNarrow
  const topologies = useTopologies()
  return (
    <div
      className={css.frame}
      data-palette={hasPalette ? 'open' : 'rail'}
      data-tight={isTight || undefined}
      style={{
        gridTemplateColumns: `${hasPalette ? 'var(--palette)' : 'var(--rail)'} minmax(0, 1fr) ${frame.inspector ? `${isNarrow ? Math.min(frame.inspectorWidth, isTight ? 284 : 324) : frame.inspectorWidth}px` : '0px'}`,
        gridTemplateRows: `auto auto minmax(0, 1fr) ${frame.bottom ? `min(${frame.bottomHeight}px, 62vh)` : 'auto'}`,
      }}
    >
      <TopBar isNarrow={isNarrow} />
      <Banners />
      <div className={css.palette} data-area="">
        {hasPalette ? <PalettePanel topologies={topologies} /> : <PaletteRail />}
      </div>
      <main className={css.canvas} aria-label="Drawing" data-area="" data-toasts="">
        <Canvas />
        {frame.inspector ? null : (
          <div className={css.unfold}>
            <IconButton
              kind="secondary"
              label="Show the inspector"
              keys="]"
              icon={<UnfoldRightIcon />}
              tooltipSide="left"
              onClick={() => runAction(store, 'toggle-inspector')}
            />
          </div>
        )}
      </main>
      {frame.inspector ? (
        <aside className={css.inspector} id="inspector" data-area="">
          <ResizeHandle
            label="Width of the inspector"
            grows="left"
            className={css.handle}
            value={frame.inspectorWidth}
            min={FRAME_LIMITS.inspectorWidth.least}
            max={FRAME_LIMITS.inspectorWidth.most}
            controls="inspector"
            onChange={(inspectorWidth) => store.getState().setFrame({ inspectorWidth })}
            onReset={() => store.getState().setFrame({ inspectorWidth: FIRST_FRAME.inspectorWidth })}
          />
          <Aside />
        </aside>
      ) : null}
      <BottomPanel />
    </div>
  )
}

/** While messages are watched, the set-up of the run stands in the inspector's place. */
function Aside() {
  const isFlow = useStore((state) => state.session.panel === 'flow' && state.frame.bottom)
  const awsRegions = useAwsRegions()
  return isFlow ? <FlowSetupPanel /> : <InspectorPanel awsRegions={awsRegions} />
}
