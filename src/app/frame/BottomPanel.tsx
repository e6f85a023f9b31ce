import { countFindings, openFindings } from '../../store/checks/findings.ts'
import { FIRST_FRAME, FRAME_LIMITS } from '../../store/frame.ts'
import { actionKeys, runAction } from '../../store/actions/index.ts'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import { FindingsFilters } from '../../panels/index.ts'
import {
  ChevronDownIcon,
  ChevronUpIcon,
  EnlargeIcon,
  IconButton,
  ResizeHandle,
  SeverityCounts,
  ShrinkIcon,
  TabList,
  TabPanel,
  Tabs,
} from '../../ui/index.ts'
import css from './BottomPanel.module.css'
import { PANELS, PanelContent, type ShownPanel } from './panelContent.tsx'
import { useWidth } from '../useWidth.ts'

/** px; what the panel grows to at once. */
const LARGE = 480

/** px; who reaches whom is a table and wants more room than the rest. */
const ROOM_FOR_TABLE = 404

/** px; narrower than this, tabs, filters of the findings and buttons do not stand in one row. */
const ROOM_FOR_FILTERS = 1000

/** px; what the tab of a comparison takes of it. */
const COMPARE_TAB = 80

/** What is said about the network: findings, files, summary, outline. */
export function BottomPanel() {
  const store = useStoreApi()
  const [width, measured] = useWidth()
  const counts = countFindings(openFindings(useFindings()))
  const chosen = useStore((state) => state.session.panel)
  const panel: ShownPanel = PANELS.find(({ id }) => id === chosen)?.id ?? 'findings'
  const isComparing = useStore((state) => state.session.compare !== undefined)
  const { bottom, bottomHeight } = useStore((state) => state.frame)
  const { setFrame, setSession } = store.getState()
  const hasFilters = panel === 'findings' && bottom
  const isNarrow = width < ROOM_FOR_FILTERS + (isComparing || panel === 'compare' ? COMPARE_TAB : 0)
  const isLarge = bottomHeight >= LARGE
  return (
    <section
      ref={measured}
      className={css.panel}
      id="bottom-panel"
      aria-label="Panel"
      data-area=""
      data-folded={bottom ? undefined : ''}
    >
      {bottom ? (
        <ResizeHandle
          label="Height of the panel"
          grows="up"
          className={css.handle}
          value={bottomHeight}
          min={FRAME_LIMITS.bottomHeight.least}
          max={FRAME_LIMITS.bottomHeight.most}
          controls="bottom-panel"
          onChange={(height) => setFrame({ bottomHeight: height })}
          onReset={() => setFrame({ bottomHeight: FIRST_FRAME.bottomHeight })}
        />
      ) : null}
      <Tabs
        value={panel}
        onChange={(id) => {
          setSession({ panel: id })
          const { bottomHeight: height } = store.getState().frame
          setFrame({ bottom: true, bottomHeight: heightFor(id, panel, height) })
        }}
      >
        <TabList
          label="Panel"
          items={PANELS.filter(({ id }) => id !== 'compare' || isComparing || id === panel).map(
            ({ id, label }) => ({
              id,
              label,
              ...(id === 'findings' ? { count: <SeverityCounts counts={counts} /> } : {}),
            }),
          )}
          onAgain={() => runAction(store, 'toggle-bottom')}
          end={
            <span className={css.end}>
              {hasFilters && !isNarrow ? <FindingsFilters /> : null}
              <i className={css.rule} />
              {bottom ? (
                <IconButton
                  label={isLarge ? 'Make the panel smaller' : 'Make the panel larger'}
                  icon={isLarge ? <ShrinkIcon /> : <EnlargeIcon />}
                  onClick={() => setFrame({ bottomHeight: isLarge ? FIRST_FRAME.bottomHeight : LARGE })}
                />
              ) : null}
              <IconButton
                label={bottom ? 'Fold the panel' : 'Unfold the panel'}
                keys={actionKeys('toggle-bottom')[0]}
                icon={bottom ? <ChevronDownIcon /> : <ChevronUpIcon />}
                onClick={() => runAction(store, 'toggle-bottom')}
              />
            </span>
          }
        />
        {bottom ? (
          <TabPanel id={panel}>
            {hasFilters && isNarrow ? (
              <div className={css.filters}>
                <FindingsFilters />
              </div>
            ) : null}
            <PanelContent id={panel} />
          </TabPanel>
        ) : null}
      </Tabs>
    </section>
  )
}

/** The table opens to its own height where the panel is lower; leaving it gives that room back unless it was changed. */
function heightFor(next: string, former: ShownPanel, height: number): number {
  if (next === 'reach') return Math.max(height, ROOM_FOR_TABLE)
  return former === 'reach' && height === ROOM_FOR_TABLE ? FIRST_FRAME.bottomHeight : height
}
