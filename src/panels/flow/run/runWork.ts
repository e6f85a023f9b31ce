import type { Design } from '@meshwright/model'
import type { SimulationSetup } from '@meshwright/model/forecast'
import { answerFlow, type FlowAnswer, type FlowQuestion } from '../../../store/flow/flowRun.ts'
import type { Ports } from '../../../store/ports.ts'

/** The run that is worked out, or was last: panel and set-up ask for the same one, so there is one on the page. */
export interface RunWork {
  readonly design: Design
  readonly setup: SimulationSetup
  readonly key: string
  readonly state: 'working' | 'ready' | 'stopped' | 'failed'
  /** The newest answer there is, and what it answers: while another run is worked out, the former. */
  readonly answered?: { readonly question: FlowQuestion; readonly answer: FlowAnswer }
}

let work: RunWork | undefined
let controller = new AbortController()
const listeners = new Set<() => void>()

export function runWork(): RunWork | undefined {
  return work
}

export function onRunWork(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Works a run out unless it is known or under way; what was under way is given up. */
export function askRun(ports: Ports, design: Design, setup: SimulationSetup, isAgain = false): void {
  const key = JSON.stringify(setup)
  if (!isAgain && work?.design === design && work.key === key) return
  controller.abort()
  controller = new AbortController()
  const { signal } = controller
  const former = work?.answered && { answered: work.answered }
  say({ design, setup, key, state: 'working', ...former })
  askFlow(ports, { design, setup }, signal).then(
    (answer) => {
      if (!signal.aborted)
        say({ design, setup, key, state: 'ready', answered: { question: { design, setup }, answer } })
    },
    () => {
      if (!signal.aborted) say({ design, setup, key, state: 'failed', ...former })
    },
  )
}

/** Gives up the run that is under way; the former one stays to be seen. */
export function stopRun(): void {
  if (work?.state !== 'working') return
  controller.abort()
  say({ ...work, state: 'stopped' })
}

/** One answer, in a worker where there is one. */
export async function askFlow(
  ports: Ports,
  question: FlowQuestion,
  signal: AbortSignal,
): Promise<FlowAnswer> {
  return ports.flow ? await ports.flow(question, signal) : answerFlow(question)
}

function say(next: RunWork): void {
  work = next
  for (const listener of listeners) listener()
}
