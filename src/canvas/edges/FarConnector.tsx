import type { ConnectorData } from '../flow/flow.ts'
import type { Scale } from '../zoom.ts'
import css from './FarConnector.module.css'
import { farShape } from './farShape.ts'

interface FarConnectorProps {
  readonly data: ConnectorData
  readonly selected: boolean
  readonly scale: Scale
  readonly isOff?: boolean
}

/** A connector from afar. Where there are very many, `FarLayer` draws them instead. */
export function FarConnector({ data, selected, scale, isOff }: FarConnectorProps) {
  const shape = farShape(data, scale)
  if (!shape) return null
  return (
    <g
      className={css.connector}
      data-selected={selected || undefined}
      data-touched={data.touched}
      data-severity={data.severity}
      data-light={data.light}
      data-off={isOff || undefined}
      data-inside={data.crossesRegions ? undefined : ''}
    >
      <path className={css.hit} d={shape.lines} />
      <path className={css.line} d={shape.lines} />
      <path className={css.head} d={shape.heads} />
    </g>
  )
}
