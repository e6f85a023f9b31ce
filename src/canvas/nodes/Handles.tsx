import { Handle, Position } from '@xyflow/react'
import { memo } from 'react'
import css from './Handles.module.css'

const SIDES = [
  ['top', Position.Top],
  ['right', Position.Right],
  ['bottom', Position.Bottom],
  ['left', Position.Left],
] as const

/** The edges of a card, from which connectors are drawn, and the whole card, on which they end. */
export const Handles = memo(function Handles() {
  return (
    <>
      {SIDES.map(([id, position]) => (
        <Handle key={id} id={id} type="source" position={position} className={css.edge} data-side={id} />
      ))}
      <Handle
        id="card"
        type="target"
        position={Position.Top}
        className={css.whole}
        isConnectableStart={false}
      />
    </>
  )
})
