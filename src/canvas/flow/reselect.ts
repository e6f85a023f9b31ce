import type { ElementId } from '@meshwright/model'
import type { FlowEdge, FlowNode } from './flow.ts'
import { selectedOf, Z } from './flowNodes.ts'
import { elementIdOf } from './fromFlow.ts'

/** A node under another selection; the same object where that changes nothing about it. */
export function reselectNode(node: FlowNode, selection: readonly ElementId[]): FlowNode {
  const id = elementIdOf(node.id)
  const isSelected = id !== undefined && selection.includes(id)
  switch (node.type) {
    case 'broker': {
      const selectedClients = selectedOf(selection, node.data.clients)
      const data =
        node.data.selectedClients === selectedClients ? node.data : { ...node.data, selectedClients }
      return node.selected === isSelected && data === node.data
        ? node
        : { ...node, selected: isSelected, data }
    }
    case 'region':
      return node.data.isSelected === isSelected ? node : { ...node, data: { ...node.data, isSelected } }
    case 'head':
      return node.selected === isSelected
        ? node
        : { ...node, selected: isSelected, data: { ...node.data, isSelected } }
    default:
      return node.selected === isSelected ? node : { ...node, selected: isSelected }
  }
}

export function reselectEdge(edge: FlowEdge, selection: readonly ElementId[]): FlowEdge {
  const isSelected = edge.data !== undefined && selection.includes(edge.data.connector)
  if (edge.selected === isSelected) return edge
  return { ...edge, selected: isSelected, zIndex: isSelected ? Z.selectedLine : Z.line }
}
