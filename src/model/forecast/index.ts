/** The door of the forecast: where every message of a network goes. */
export { forecastClients, type ClientsQuestion } from './clients/clients.ts'
export { defaultDestination } from './defaultDestination.ts'
export { describeEvent } from './simulation/describeEvent.ts'
export { explain, type Explanation } from './questions/explain.ts'
export type { Step, StepCode } from './questions/explainWords.ts'
export type { Flow, Off, Stuck, StuckReason, Verdict, When } from './flow.ts'
export { forecastAll, forecastPair } from './forecast.ts'
export type { PairQuestion, Question } from './question.ts'
export { groupListenersOf, isQueueOf } from './clients/virtualTopic.ts'
export { listenersOf, type Listener } from './clients/group.ts'
export { bestHops, type Hop, type Ttls } from './questions/hops.ts'
export type { Answer } from './judges/judge.ts'
export { moveConsumer, type ConsumerMove, type Following } from './clients/moveConsumer.ts'
export { downWith, type Down } from './passage/off.ts'
export { reachable } from './questions/reachable.ts'
export { moveSentences } from './clients/moveWords.ts'
export { shareSentences } from './clients/shareWords.ts'
export { shares, type Share, type Shares } from './clients/shares.ts'
export { simulate } from './simulation/simulate.ts'
export type {
  Simulation,
  SimulationEvent,
  SimulationEventKind,
  SimulationSetup,
} from './simulation/simulation.ts'
export { cellOf, forecastTable, type Cell, type ReachTable } from './questions/table.ts'
export { NO_WEAK_POINT, weakPointSentence, whatIfSentences } from './questions/lossWords.ts'
export { weakPoints, whatIf, type Change, type WeakPoint, type WhatIf } from './questions/whatIf.ts'
