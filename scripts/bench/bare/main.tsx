import { Background, Controls, MiniMap, ReactFlow, type Edge, type Node } from '@xyflow/react'
import { createRoot } from 'react-dom/client'
import '@xyflow/react/dist/style.css'
import { benchDocument } from '../designs.ts'

/** The peer of the bench: React Flow as it comes, with the same brokers and connectors as the designer has. */
const { design, layout } = benchDocument(Number(new URLSearchParams(location.search).get('size') ?? 50))

const nodes: Node[] = design.brokers.map(({ id, name }) => ({
  id,
  position: layout.brokers[id] ?? { x: 0, y: 0 },
  data: { label: name },
}))
const edges: Edge[] = design.connectors.map(({ id, from, to }) => ({ id, source: from, target: to }))

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <div style={{ width: '100vw', height: '100vh' }}>
      <ReactFlow defaultNodes={nodes} defaultEdges={edges} fitView minZoom={0.02}>
        <Background />
        <Controls />
        <MiniMap />
      </ReactFlow>
    </div>,
  )
}
