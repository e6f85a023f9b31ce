import { actionKeys, runAction } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { TOOLS } from '../../store/tools.ts'
import { FoldLeftIcon, IconButton, KeyCap } from '../../ui/index.ts'
import { useReadOnly } from '../common/useDesign.ts'
import type { Fetched } from '../props.ts'
import css from './Palette.module.css'
import { TOOL_ICONS, TOOL_KINDS, type ToolKind } from './toolIcons.ts'
import { Topologies, type TopologyCard } from './Topologies.tsx'
import { useTile } from './useTile.ts'

export interface PalettePanelProps {
  /** What the gallery holds; the page reads it. */
  readonly topologies: Fetched<readonly TopologyCard[]>
}

/** What can be put on the drawing: single things, and whole topologies. */
export function PalettePanel({ topologies }: PalettePanelProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const tool = useStore((state) => state.session.tool)
  const inHand = TOOL_KINDS.find((kind) => kind === tool)
  return (
    <section className={css.palette} aria-label="Palette">
      {!readOnly && (
        <section className={css.part} aria-labelledby="palette-add">
          <header className={css.head}>
            <h2 id="palette-add" className={css.title}>
              Add
            </h2>
            <span className={css.aside}>drag, or press the key</span>
            <IconButton
              className={css.foldButton}
              size="small"
              icon={<FoldLeftIcon size={14} />}
              label="Fold the palette"
              keys={actionKeys('toggle-palette')[0]}
              onClick={() => runAction(store, 'toggle-palette')}
            />
          </header>
          <div className={css.tiles}>
            {TOOL_KINDS.map((kind) => (
              <Tile key={kind} kind={kind} />
            ))}
          </div>
          <output className={css.hint} hidden={!inHand}>
            {inHand && (
              <>
                {TOOLS[inHand].hint} <KeyCap keys="Escape" /> lets go.
              </>
            )}
          </output>
        </section>
      )}
      <Topologies topologies={topologies} />
    </section>
  )
}

function Tile({ kind }: { readonly kind: ToolKind }) {
  const { name, action } = TOOLS[kind]
  const Glyph = TOOL_ICONS[kind]
  const [keys] = actionKeys(action)
  const { isInHand, handlers } = useTile(kind)
  return (
    <button type="button" className={css.tile} aria-pressed={isInHand} aria-keyshortcuts={keys} {...handlers}>
      <Glyph />
      {name}
      {keys !== undefined && <KeyCap keys={keys} look="plain" className={css.key} />}
    </button>
  )
}
