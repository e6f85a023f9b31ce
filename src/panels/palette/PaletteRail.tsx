import { actionKeys, runAction } from '../../store/actions/index.ts'
import { useStoreApi } from '../../store/react.ts'
import { TOOLS } from '../../store/tools.ts'
import { IconButton, TopologyIcon, UnfoldLeftIcon } from '../../ui/index.ts'
import { useReadOnly } from '../common/useDesign.ts'
import css from './Palette.module.css'
import { TOOL_ICONS, TOOL_KINDS, type ToolKind } from './toolIcons.ts'
import { useTile } from './useTile.ts'

/** The folded palette: the same tools as icons. */
export function PaletteRail() {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  return (
    <section className={css.rail} aria-label="Palette">
      <IconButton
        icon={<UnfoldLeftIcon />}
        label="Unfold the palette"
        keys={actionKeys('toggle-palette')[0]}
        tooltipSide="right"
        onClick={() => runAction(store, 'toggle-palette')}
      />
      <i className={css.rule} />
      {!readOnly && TOOL_KINDS.map((kind) => <RailTile key={kind} kind={kind} />)}
      {!readOnly && <i className={css.rule} />}
      <IconButton
        icon={<TopologyIcon />}
        label="Topologies…"
        keys={actionKeys('gallery')[0]}
        tooltipSide="right"
        onClick={() => runAction(store, 'gallery')}
      />
    </section>
  )
}

function RailTile({ kind }: { readonly kind: ToolKind }) {
  const Glyph = TOOL_ICONS[kind]
  const { isInHand, handlers } = useTile(kind)
  return (
    <IconButton
      icon={<Glyph />}
      label={TOOLS[kind].name}
      keys={actionKeys(TOOLS[kind].action)[0]}
      pressed={isInHand}
      tooltipSide="right"
      {...handlers}
    />
  )
}
