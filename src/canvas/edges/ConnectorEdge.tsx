import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo, use, useState } from 'react'
import type { ConnectorData, FlowEdge } from '../flow/flow.ts'
import { pathOf, trimmed } from '../geometry/curve.ts'
import { useScale } from '../scale.ts'
import { StillContext } from '../flow/still.ts'
import { ConnectorLabel } from './ConnectorLabel.tsx'
import css from './ConnectorEdge.module.css'
import { EndGrips } from './EndGrips.tsx'
import { FarConnector } from './FarConnector.tsx'
import { arrowHead, halfHead, lanes, oneWay, plug } from './shapes.ts'

/** A network connector: who declares it, which way messages go, what is not as usual. */
export const ConnectorEdge = memo(function ConnectorEdge({ id, data, selected }: EdgeProps<FlowEdge>) {
  const scale = useScale()
  const connector = data?.connector
  const still = use(StillContext)
  const isOff = connector !== undefined && still.connectors.has(connector)
  const [isPointedAt, setPointedAt] = useState(false)
  if (!data) return null
  const pointing = {
    onPointerEnter: () => setPointedAt(true),
    onPointerLeave: () => setPointedAt(false),
  }
  if (scale.detail !== 'full')
    return <FarConnector data={data} selected={selected ?? false} scale={scale} isOff={isOff} />
  return (
    <>
      <g
        className={css.connector}
        data-selected={selected || undefined}
        data-touched={data.touched}
        data-light={data.light}
        data-off={isOff || undefined}
        data-pointed-at={isPointedAt || undefined}
        {...pointing}
      >
        <Bands data={data} selected={selected ?? false} />
        <path className={css.hit} d={pathOf(data.curve)} />
        {data.duplex ? <Duplex data={data} /> : <OneWay data={data} />}
        <Plug data={data} />
        {selected && id === data.connector ? <EndGrips data={data} /> : null}
      </g>
      {data.labelAt && id === data.connector ? (
        <EdgeLabelRenderer>
          <ConnectorLabel
            data={data}
            at={data.labelAt}
            selected={selected ?? false}
            isWhole={isPointedAt || (selected ?? false)}
            pointing={pointing}
          />
        </EdgeLabelRenderer>
      ) : null}
    </>
  )
})

/** What lies under the line: a tube when it is selected, a band when the open finding touches it or a route is lit. */
function Bands({ data, selected }: { readonly data: ConnectorData; readonly selected: boolean }) {
  const path = pathOf(data.curve)
  if (selected) {
    const tube = pathOf(trimmed(data.curve, 11, 6))
    return (
      <>
        <path className={css.tubeEdge} d={tube} />
        <path className={css.tube} d={tube} />
      </>
    )
  }
  return data.touched || data.light === 'lit' ? <path className={css.band} d={path} /> : null
}

function OneWay({ data }: { readonly data: ConnectorData }) {
  const { line, tip, direction } = oneWay(data.curve)
  return (
    <>
      <path className={css.line} d={pathOf(line)} />
      <path className={css.head} d={arrowHead(tip, direction)} />
    </>
  )
}

function Duplex({ data }: { readonly data: ConnectorData }) {
  return lanes(data.curve).map(({ line, tip, direction }, index) => (
    <g key={index === 0 ? 'forth' : 'back'}>
      <path className={css.line} d={pathOf(line)} />
      <path className={css.head} d={halfHead(tip, direction)} />
    </g>
  ))
}

/** On the card of the broker whose file holds the connector. It says nothing else. */
function Plug({ data }: { readonly data: ConnectorData }) {
  return (
    <path className={css.plug} d={plug(data.curve.start, data.fromSide)}>
      <title>{`Declared on ${data.declaredOn}: its file holds ${data.name}.`}</title>
    </path>
  )
}
