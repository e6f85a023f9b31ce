import { useStore as useFlowStore } from '@xyflow/react'
import { useMemo } from 'react'
import { around, boxOf, overlaps } from '../../store/geometry.ts'
import { runAction } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, FitIcon } from '../../ui/index.ts'
import css from './Floating.module.css'

/** The way back, when nothing of the network is in view. */
export function LostInCanvas() {
  const store = useStoreApi()
  const document = useStore((state) => state.document)
  const boxes = useMemo(
    () =>
      [...document.design.brokers, ...document.design.notes, ...document.design.regions].flatMap(
        ({ id }) => boxOf(document, id) ?? [],
      ),
    [document],
  )
  const isLost = useFlowStore((state) => {
    if (boxes.length === 0 || state.width === 0) return false
    const [x, y, zoom] = state.transform
    const seen = { x: -x / zoom, y: -y / zoom, width: state.width / zoom, height: state.height / zoom }
    const hull = around(boxes)
    if (hull && !overlaps(hull, seen)) return true
    return !boxes.some((box) => overlaps(box, seen))
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
