import {
  ReactFlow,
  ReactFlowProvider,
  Background,
  BackgroundVariant,
  SelectionMode,
  useStore as useFlowStore,
} from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import type { Point } from '@meshwright/model'
import { contextEntries, contextLabel } from '../store/actions/contextEntries.ts'
import { runAction } from '../store/actions/index.ts'
import { stillOf } from '../store/flow/flowOff.ts'
import { useStore, useStoreApi } from '../store/react.ts'
import { later, MenuAt } from '../ui/index.ts'
import css from './Canvas.module.css'
import { GuideLines } from './dragging/GuideLines.tsx'
import { useDragging } from './dragging/useDragging.ts'
import './reactFlow.css'
import { ConnectorEdge } from './edges/ConnectorEdge.tsx'
import { ConnectorToolbar } from './edges/ConnectorToolbar.tsx'
import { DrawnLine } from './edges/DrawnLine.tsx'
import { drawsFarLayer, farConnectorAt, FarLayer } from './edges/FarLayer.tsx'
import type { FlowEdge, FlowNode } from './flow/flow.ts'
import { useContextMenu } from './menus/useContextMenu.ts'
import { BrokerNode } from './nodes/BrokerNode.tsx'
import { drawsFarDots, FarDots } from './nodes/FarDots.tsx'
import { NoteLines } from './nodes/NoteLines.tsx'
import { NoteNode } from './nodes/NoteNode.tsx'
import { RegionHead, RegionNode } from './nodes/RegionNode.tsx'
import { RegionDraw } from './pointing/RegionDraw.tsx'
import { ScaleContext } from './scale.ts'
import { StillContext } from './flow/still.ts'
import { useConnecting } from './pointing/useConnecting.ts'
import { useDrop } from './pointing/useDrop.ts'
import { useFlow } from './flow/useFlow.ts'
import { usePointing } from './pointing/usePointing.ts'
import { EmptyCanvas } from './view/EmptyCanvas.tsx'
import { Legend } from './view/Legend.tsx'
import { LostInCanvas } from './view/LostInCanvas.tsx'
import { useView } from './view/useView.ts'
import { ZoomBar } from './view/ZoomBar.tsx'
import { LEAST_ZOOM, MOST_ZOOM, ROOM_AROUND, scaleAt, type Scale } from './zoom.ts'

// What the first picture does not show: the map, and what other panels lay over the drawing.
const MapView = later(async () => (await import('./view/MapView.tsx')).MapView)
const OverlayLayer = later(async () => (await import('./overlay/OverlayLayer.tsx')).OverlayLayer)
const CompareLayer = later(async () => (await import('./overlay/CompareLayer.tsx')).CompareLayer)
const RouteBar = later(async () => (await import('./overlay/RouteBar.tsx')).RouteBar)
const OffBar = later(async () => (await import('./overlay/OffBar.tsx')).OffBar)
const CompareBar = later(async () => (await import('./overlay/CompareBar.tsx')).CompareBar)

const NO_EDGES: FlowEdge[] = []
const NODE_TYPES = { broker: BrokerNode, region: RegionNode, head: RegionHead, note: NoteNode }
const EDGE_TYPES = { connector: ConnectorEdge }
const FIT = { padding: ROOM_AROUND, maxZoom: 1 }
const MULTI_KEYS = ['Shift', 'Meta', 'Control']
/** Left drags the ground; the middle and the right button do too. */
const PAN_BUTTONS = [0, 1, 2]
/** From so many cards and lines on, those out of sight are not drawn. */
const MANY = 240

/** What React Flow says to screen readers; its own words know nothing of brokers, and two of them are swapped. */
const WORDS = {
  'node.a11yDescription.default':
    'Press F2 to rename, C to connect, Delete to delete, Alt and an arrow key to go to a neighbour.',
  'node.a11yDescription.keyboardDisabled':
    'Press F2 to rename, C to connect, Delete to delete, Alt and an arrow key to go to a neighbour.',
  'edge.a11yDescription.default':
    'Press D for duplex or one-way, F to declare it on the other side, Delete to delete.',
}

/** The drawing: the document on screen, and gestures on it as edits. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Drawing />
    </ReactFlowProvider>
  )
}

function Drawing() {
  const store = useStoreApi()
  const room = useRef<HTMLDivElement>(null)
  useView(room)
  const { drag, guides, handlers: dragging } = useDragging()
  const flow = useFlow(drag)
  const connecting = useConnecting()
  const drop = useDrop()
  const isReadOnly = useStore((state) => state.session.readOnly)
  const tool = useStore((state) => state.session.tool)
  const wheel = useStore((state) => state.frame.wheel)
  const hasEnds = useStore((state) => (state.session.overlay?.ends.length ?? 0) > 0)
  const still = useStore(stillOf)
  const scale = useFlowStore((state) => scaleAt(state.transform[2]))
  const isFar = drawsFarLayer(flow.edges, scale)
  const hasDots = drawsFarDots(flow.nodes, scale)
  const far = useRef<{ readonly edges: readonly FlowEdge[]; readonly scale: Scale }>(undefined)
  useEffect(() => {
    far.current = isFar ? { edges: flow.edges, scale } : undefined
  }, [isFar, flow.edges, scale])
  const lineAt = useCallback(
    (at: Point) => far.current && farConnectorAt(far.current.edges, far.current.scale, at),
    [],
  )
  const pointing = usePointing(lineAt)

  const menu = useContextMenu(pointing)

  return (
    <ScaleContext value={scale}>
      <StillContext value={still}>
        <div
          ref={room}
          className={css.room}
          data-room="drawing"
          data-tool={tool}
          data-in-hand={drag.inHand || undefined}
          data-overlay-ends={hasEnds || undefined}
          data-far-dots={hasDots || undefined}
          style={{ '--enlargement': scale.enlargement } as React.CSSProperties}
          {...drop}
          {...pointing.room}
          {...menu.room}
        >
          <ReactFlow<FlowNode, FlowEdge>
            nodes={flow.nodes as FlowNode[]}
            edges={isFar ? NO_EDGES : (flow.edges as FlowEdge[])}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            fitView
            fitViewOptions={FIT}
            minZoom={LEAST_ZOOM}
            maxZoom={MOST_ZOOM}
            nodesDraggable={!isReadOnly && tool === 'select'}
            nodesConnectable={!isReadOnly && tool === 'select'}
            edgesReconnectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={MULTI_KEYS}
            selectionMode={SelectionMode.Partial}
            panOnDrag={PAN_BUTTONS}
            panOnScroll={wheel === 'pan'}
            zoomOnScroll={wheel === 'zoom'}
            zoomOnDoubleClick={false}
            elevateNodesOnSelect={false}
            zIndexMode="manual"
            nodeDragThreshold={3}
            connectionDragThreshold={3}
            connectionRadius={4}
            connectOnClick={false}
            connectionLineComponent={DrawnLine}
            onlyRenderVisibleElements={flow.nodes.length + flow.edges.length > MANY}
            ariaLabelConfig={WORDS}
            attributionPosition="bottom-right"
            {...dragging}
            {...connecting}
            {...pointing.flow}
            {...menu.flow}
          >
            <OverlayLayer flow={flow} />
            <CompareLayer flow={flow} />
            <NoteLines flow={flow} />
            <GuideLines guides={guides} />
            <Background id="dots" variant={BackgroundVariant.Dots} gap={20} size={1.7} />
            {isFar ? <FarLayer flow={flow} scale={scale} off={still.connectors} /> : null}
            {hasDots ? <FarDots nodes={flow.nodes} scale={scale} /> : null}
          </ReactFlow>
          {tool === 'region' ? <RegionDraw /> : null}
          <ConnectorToolbar edges={flow.edges} />
          <div className={css.bottom}>
            <ZoomBar />
            <Legend />
          </div>
          <div className={css.corner}>
            <MapView inHand={drag.inHand} />
          </div>
          <div className={css.middle}>
            <EmptyCanvas />
          </div>
          <div className={css.route}>
            <RouteBar />
            <OffBar />
            <CompareBar />
          </div>
          <div className={css.top}>
            <LostInCanvas />
            {tool === 'select' ? null : (
              <button type="button" className={css.tool} onClick={() => runAction(store, 'select-nothing')}>
                {pointing.toolHint} <kbd>Esc</kbd>
              </button>
            )}
          </div>
        </div>
        <MenuAt
          at={menu.at}
          label={contextLabel(store.getState().session.selection)}
          entries={menu.at ? contextEntries(store) : []}
          onClose={menu.close}
        />
      </StillContext>
    </ScaleContext>
  )
}
