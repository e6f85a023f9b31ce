/** The door of the forecast: where every message of a network goes. */
export { defaultDestination } from './defaultDestination.ts'
export type { Flow, Off, Stuck, StuckReason, Verdict, When } from './flow.ts'
export { forecastAll, forecastPair, type Question } from './forecast.ts'
export { downWith, type Down } from './off.ts'
export { cellOf, forecastTable, type Cell, type ReachTable } from './table.ts'
