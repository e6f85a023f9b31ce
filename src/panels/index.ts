/** The door of the panels: what the first picture needs. The rest comes through `dialogs.ts`, when it is first shown. */
export { ChecksStatus } from './findings/ChecksStatus.tsx'
export { FindingsFilters } from './findings/FindingsFilters.tsx'
export { GuessStrip } from './import/GuessStrip.tsx'
export { PalettePanel } from './palette/PalettePanel.tsx'
export { PaletteRail } from './palette/PaletteRail.tsx'
export type { TopologyCard } from './palette/Topologies.tsx'
