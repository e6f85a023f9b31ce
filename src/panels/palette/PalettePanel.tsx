import { actionKeys, runAction } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { TOOL_TYPE, TOOLS } from '../../store/tools.ts'
import {
  BrokerIcon,
  ClientIcon,
  FoldLeftIcon,
  IconButton,
  KeyCap,
  NoteIcon,
  OutsideIcon,
  PairIcon,
  RegionIcon,
  type Icon,
} from '../../ui/index.ts'
import { useReadOnly } from '../common/useDesign.ts'
import type { Fetched } from '../props.ts'
import css from './Palette.module.css'
import { Topologies, type TopologyCard } from './Topologies.tsx'

type Kind = keyof typeof TOOLS

const ICONS: Readonly<Record<Kind, Icon>> = {
  broker: BrokerIcon,
  pair: PairIcon,
  region: RegionIcon,
  external: OutsideIcon,
  client: ClientIcon,
  note: NoteIcon,
}

const KINDS = Object.keys(TOOLS) as readonly Kind[]

export interface PalettePanelProps {
  /** What the gallery holds; the page reads it. */
  readonly topologies: Fetched<readonly TopologyCard[]>
}

/** What can be put on the drawing: single things, and whole topologies. */
export function PalettePanel({ topologies }: PalettePanelProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const tool = useStore((state) => state.session.tool)
  const inHand = KINDS.find((kind) => kind === tool)
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
            {KINDS.map((kind) => (
              <Tile key={kind} kind={kind} isInHand={kind === inHand} />
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

/** A click takes the tool into the hand, a second one lets it go; a drag carries it onto the drawing. */
function Tile({ kind, isInHand }: { readonly kind: Kind; readonly isInHand: boolean }) {
  const store = useStoreApi()
  const { name, action } = TOOLS[kind]
  const Glyph = ICONS[kind]
  const [keys] = actionKeys(action)
  return (
    <button
      type="button"
      className={css.tile}
      draggable
      aria-pressed={isInHand}
      aria-keyshortcuts={keys}
      onClick={(event) => {
        // A click by keyboard has no place on the drawing: then it is added at once.
        if (event.detail === 0) runAction(store, action)
        else store.getState().setSession({ tool: isInHand ? 'select' : kind })
      }}
      onDragStart={(event) => {
        event.dataTransfer.setData(TOOL_TYPE, kind)
        event.dataTransfer.effectAllowed = 'copy'
      }}
    >
      <Glyph />
      {name}
      {keys !== undefined && <KeyCap keys={keys} look="plain" className={css.key} />}
    </button>
  )
}
