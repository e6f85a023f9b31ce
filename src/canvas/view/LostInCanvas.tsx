import { useStore as useFlowStore } from '@xyflow/react'
import type { ElementId } from '@meshwright/model'
import { boxOf, overlaps } from '../../store/geometry.ts'
import { runAction } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, FitIcon } from '../../ui/index.ts'
import css from './Floating.module.css'

/** The way back, when nothing of the network is in view. */
export function LostInCanvas() {
  const store = useStoreApi()
  const document = useStore((state) => state.document)
  const isLost = useFlowStore((state) => {
    const { brokers, notes, regions } = document.design
    if (state.width === 0) return false
    const [x, y, zoom] = state.transform
    const seen = { x: -x / zoom, y: -y / zoom, width: state.width / zoom, height: state.height / zoom }
    const isSeen = ({ id }: { readonly id: ElementId }) => {
      const box = boxOf(document, id)
      return box !== undefined && overlaps(box, seen)
    }
    // The first one that is in view ends the search: this is asked with every move of a card or of the view.
    if (brokers.some(isSeen) || notes.some(isSeen) || regions.some(isSeen)) return false
    return [brokers, notes, regions].some((list) => list.some(({ id }) => boxOf(document, id)))
  })
  if (!isLost) return null
  return (
    <output className={css.lost}>
      Nothing of the network is in view.
      <Button kind="primary" icon={<FitIcon />} onClick={() => runAction(store, 'fit')}>
        Show all
      </Button>
    </output>
  )
}
