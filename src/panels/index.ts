/** The door of the panels: what is on screen from the start. Dialogs and heavy panels are loaded when first opened. */
export { FindingsPanel } from './findings/FindingsPanel.tsx'
export { FindingsFilters } from './findings/FindingsFilters.tsx'
export { InspectorPanel } from './inspector/InspectorPanel.tsx'
export { PalettePanel } from './palette/PalettePanel.tsx'
export { PaletteRail } from './palette/PaletteRail.tsx'
export type { TopologyCard } from './palette/Topologies.tsx'
export { OutlinePanel } from './outline/OutlinePanel.tsx'
