import { NodeResizer, type NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from '../../store/react.ts'
import { SeverityCounts, PlaceIcon } from '../../ui/index.ts'
import type { RegionFlowNode, RegionHeadFlowNode } from '../flow/flow.ts'
import { useScale } from '../scale.ts'
import { DropWords } from './DropWords.tsx'
import { NameField } from './NameField.tsx'
import css from './RegionNode.module.css'

/** A container of brokers: its ground and that of its head, behind the lines. The pointer passes through to the drawing. */
export const RegionNode = memo(function RegionNode({ data }: NodeProps<RegionFlowNode>) {
  const { detail } = useScale()
  const isReadOnly = useStore((state) => state.session.readOnly)
  return (
    <div
      className={css.region}
      data-selected={data.isSelected || undefined}
      data-drop={data.drop ? '' : undefined}
      data-touched={data.touched}
      data-light={data.light}
    >
      <div className={css.head} data-detail={detail} />
      {data.isSelected && !isReadOnly ? (
        <NodeResizer
          minWidth={120}
          minHeight={80}
          lineClassName={css.edge ?? ''}
          handleClassName={css.corner ?? ''}
          autoScale
        />
      ) : null}
      <DropWords text={data.drop} at="region" />
    </div>
  )
})

/** The words of a region's head, above the lines, and the region's grip: lines run through a head but hide no words. */
export const RegionHead = memo(function RegionHead({ data }: NodeProps<RegionHeadFlowNode>) {
  const { detail } = useScale()
  const { region, brokers, counts } = data
  return (
    <div className={css.ruler}>
      <div
        className={`${css.head} ${css.grip}`}
        data-detail={detail}
        data-selected={data.isSelected || undefined}
        data-light={data.light}
      >
        <span className={css.title}>
          {detail === 'full' ? <PlaceIcon size={14} /> : null}
          {data.isRenaming ? (
            <NameField id={region.id} name={region.name} label="Name of the region" look="head" />
          ) : (
            <span className={css.name}>{region.name}</span>
          )}
          {detail === 'dots' || data.isRenaming || !data.place ? null : (
            <span className={css.place}>{data.place}</span>
          )}
        </span>
        {detail === 'dots' ? null : (
          <span className={css.counts}>
            {detail === 'marks' ? <SeverityCounts counts={counts} size={12} /> : null}
            <span className={css.brokers}>
              {brokers}
              <span className={css.unit}>{brokers === 1 ? ' broker' : ' brokers'}</span>
            </span>
          </span>
        )}
      </div>
    </div>
  )
})
