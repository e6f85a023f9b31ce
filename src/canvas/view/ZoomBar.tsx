import { useStore as useFlowStore } from '@xyflow/react'
import { actionKeys, actionTitle, canRun, runAction, type ActionId } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  AddIcon,
  Button,
  FitIcon,
  IconButton,
  LayoutIcon,
  RemoveIcon,
  Tooltip,
  type Icon,
} from '../../ui/index.ts'
import css from './Floating.module.css'

/** Zooms, shows all, lays out: the bar on the drawing. */
export function ZoomBar() {
  const store = useStoreApi()
  const percent = useFlowStore((state) => Math.round(state.transform[2] * 100))
  const canTidy = useStore((state) => canRun(state, 'tidy'))
  const tidyTitle = useStore((state) => actionTitle(state, 'tidy'))
  const button = (id: ActionId, Glyph: Icon, label = actionTitle(store.getState(), id)) => {
    return (
      <IconButton
        kind="quiet"
        label={label}
        keys={actionKeys(id)[0]}
        icon={<Glyph />}
        tooltipSide="top"
        onClick={() => runAction(store, id)}
      />
    )
  }
  return (
    <div className={css.bar} role="toolbar" aria-label="Zoom">
      {button('zoom-out', RemoveIcon)}
      <Tooltip text="Zoom to 100 %" keys={actionKeys('zoom-100')[0]} side="top">
        <Button kind="quiet" className={css.percent} onClick={() => runAction(store, 'zoom-100')}>
          {percent} %
        </Button>
      </Tooltip>
      {button('zoom-in', AddIcon)}
      <i className={css.rule} />
      {button('fit', FitIcon)}
      {canTidy ? button('tidy', LayoutIcon, tidyTitle) : null}
    </div>
  )
}
