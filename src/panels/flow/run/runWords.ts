import type { Network } from '@meshwright/model'
import { describeEvent, type Simulation, type SimulationEvent } from '@meshwright/model/forecast'

export type WordKind = 'hop' | 'received' | 'stuck' | 'copied'

/** One line of the log: something that happened in a step, to one message or to several alike. */
export interface WordLine {
  readonly id: string
  readonly step: number
  readonly kind: WordKind
  /** What it is about, set apart: "Messages 11 and 12". */
  readonly what: string
  /** The rest: "are stuck on hub". */
  readonly text: string
}

/**
 * A run in words, line by line. Sending alone is not told: what becomes of a message is. Messages to which the same
 * happens in the same step share a line.
 */
export function runInWords(network: Network, { events }: Pick<Simulation, 'events'>): readonly WordLine[] {
  const lines: WordLine[] = []
  const groups = new Map<string, { readonly place: number; readonly messages: number[] }>()
  // A hop is told when it starts, what ends when it ends; both stand in the order of time already.
  events.forEach((event, index) => {
    const kind = kindOf(event)
    if (!kind) return
    const [what, text] = split(describeEvent(network, event))
    const key = `${event.step} ${text}`
    const group = event.copy === undefined || event.copy === 1 ? groups.get(key) : undefined
    if (group && kind !== 'hop') {
      group.messages.push(event.message)
      const former = lines[group.place]
      if (former) lines[group.place] = { ...former, what: several(group.messages), text: inPlural(text) }
      return
    }
    groups.set(key, { place: lines.length, messages: [event.message] })
    lines.push({ id: `${index}`, step: event.step, kind, what, text })
  })
  return lines
}

function kindOf({ kind }: SimulationEvent): WordKind | undefined {
  if (kind === 'sent') return undefined
  return kind === 'ended' ? 'stuck' : kind
}

/** "Message 15" and "leaves fraud for hub: ledger is full". */
function split(sentence: string): readonly [string, string] {
  const [, what = '', text = ''] = /^((?:Copy \d+ of m|M)essage \d+) (.*)$/.exec(sentence) ?? []
  return [what, text || sentence]
}

function several(messages: readonly number[]): string {
  return `Messages ${messages.slice(0, -1).join(', ')} and ${messages.at(-1) ?? ''}`
}

function inPlural(text: string): string {
  return text.replace(/^is /, 'are ').replace(/^ends /, 'end ')
}

/** The log as plain text, a line each: what is copied. */
export function wordsAsText(lines: readonly WordLine[]): string {
  return lines.map(({ step, what, text }) => `${step}\t${what} ${text}`).join('\n')
}
