import { Handle, Position } from '@xyflow/react'
import { memo } from 'react'
import css from './Handles.module.css'

/**
 * The edge of a card, from which connectors are drawn, and the whole card, on which they end. The edge lies under what
 * the card holds, so that only its rim can be reached.
 */
export const Handles = memo(function Handles() {
  return (
    <>
      <Handle id="rim" type="source" position={Position.Right} className={css.rim} />
      <Handle
        id="card"
        type="target"
        position={Position.Left}
        className={css.whole}
        isConnectableStart={false}
      />
    </>
  )
})

/**
 * What React Flow measures in the place of handles where nothing can be drawn from afar: without them it would leave out
 * the lines. Plain elements, since a thousand handles listen a thousand times.
 */
export const Anchors = memo(function Anchors() {
  return (
    <>
      <i className={`source ${css.anchor}`} data-handleid="rim" data-handlepos="right" />
      <i className={`target ${css.anchor}`} data-handleid="card" data-handlepos="left" />
    </>
  )
})
