import { isConnectorId } from '@meshwright/model'
import { useStore as useFlowStore } from '@xyflow/react'
import { actionKeys, actionTitle, runAction } from '../../store/actions/index.ts'
import { setDuplex, setNetworkTtl } from '../../store/gestures/connect.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  AddIcon,
  DeleteIcon,
  DuplexIcon,
  IconButton,
  OneWayIcon,
  RemoveIcon,
  SwapIcon,
} from '../../ui/index.ts'
import type { FlowEdge } from '../flow/flow.ts'
import { samples } from '../geometry/curve.ts'
import { useScale } from '../scale.ts'
import css from './ConnectorToolbar.module.css'

/** What people decide first about a connector, right where it was drawn. Stays the same size at every zoom. */
export function ConnectorToolbar({ edges }: { readonly edges: readonly FlowEdge[] }) {
  const store = useStoreApi()
  const { detail } = useScale()
  const id = useStore(({ session }) =>
    session.selection.length === 1 && !session.readOnly && !session.renaming
      ? session.selection[0]
      : undefined,
  )
  const connector = useStore((state) => state.document.design.connectors.find((other) => other.id === id))
  const [x, y, zoom] = useFlowStore((state) => state.transform)
  const width = useFlowStore((state) => state.width)
  const edge = edges.find((other) => other.id === id)
  if (!connector || !edge?.data || !id || !isConnectorId(id) || detail !== 'full') return null

  const points = samples(edge.data.curve, 8)
  const middle = points[4] ?? edge.data.from
  // Above the line where it runs across, beside it where it runs up and down.
  const isUpright =
    Math.abs(edge.data.curve.end.y - edge.data.curve.start.y) >
    Math.abs(edge.data.curve.end.x - edge.data.curve.start.x)
  const at = {
    x: Math.min(Math.max(middle.x * zoom + x + (isUpright ? 26 : -BAR.width / 2), 8), width - BAR.width - 8),
    y: Math.max(middle.y * zoom + y - (isUpright ? BAR.height / 2 : 60), 8),
  }
  const duplex = connector.settings.duplex === true
  const hops = connector.settings.networkTtl ?? 1
  const step = (by: number) => setNetworkTtl(store, [id], Math.max(1, hops + by))
  return (
    <div
      className={css.bar}
      role="toolbar"
      aria-label={`Connector ${edge.data.name}`}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
    >
      <IconButton
        kind="quiet"
        size="small"
        label="One-way"
        icon={<OneWayIcon />}
        pressed={!duplex}
        keys={actionKeys('toggle-duplex')[0]}
        tooltipSide="top"
        onClick={() => setDuplex(store, [id], false)}
      />
      <IconButton
        kind="quiet"
        size="small"
        label="Duplex"
        icon={<DuplexIcon />}
        pressed={duplex}
        keys={actionKeys('toggle-duplex')[0]}
        tooltipSide="top"
        onClick={() => setDuplex(store, [id], true)}
      />
      <i className={css.rule} />
      <IconButton
        kind="quiet"
        size="small"
        label={actionTitle(store.getState(), 'flip-connector')}
        icon={<SwapIcon />}
        keys={actionKeys('flip-connector')[0]}
        tooltipSide="top"
        onClick={() => runAction(store, 'flip-connector')}
      />
      <i className={css.rule} />
      <IconButton
        kind="quiet"
        size="small"
        label="Allow one hop fewer"
        icon={<RemoveIcon size={12} />}
        keys={actionKeys('fewer-hops')[0]}
        tooltipSide="top"
        disabled={hops <= 1}
        onClick={() => step(-1)}
      />
      <span className={css.ttl}>TTL {hops < 0 ? '∞' : hops}</span>
      <IconButton
        kind="quiet"
        size="small"
        label="Allow one more hop"
        icon={<AddIcon size={12} />}
        keys={actionKeys('more-hops')[0]}
        tooltipSide="top"
        onClick={() => step(1)}
      />
      <i className={css.rule} />
      <IconButton
        kind="quiet"
        size="small"
        label="Delete"
        icon={<DeleteIcon />}
        keys={actionKeys('delete')[0]}
        tooltipSide="top"
        onClick={() => runAction(store, 'delete')}
      />
    </div>
  )
}

/** px, for keeping it on the drawing. */
const BAR = { width: 238, height: 34 }
