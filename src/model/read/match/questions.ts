import type { Remote } from '../source/addresses.ts'
import type { Guess, Question } from '../reading.ts'
import type { SourceConnector } from '../source/source.ts'
import { titleOf } from './names.ts'

type Choice = Question['choices'][number]

export const EXTERNAL = 'external'

/** What an address is asked about, or told to be. */
export interface Whose {
  readonly key: string
  readonly remote: Remote
  /** Brokers that it may be, the likeliest first. */
  readonly choices: readonly Choice[]
  readonly at: Question['at']
  /** The broker that alone fills in its placeholder. */
  readonly holder?: string
  /** Likelier than any of them is a broker that no file describes. */
  readonly outside?: true
}

/** The question whose place an address is; the design follows its first choice. */
export function whichBroker({ key, remote, choices, at, holder, outside }: Whose): Question {
  const external = {
    value: EXTERNAL,
    label: outside ? 'An external broker of its own' : 'None of these: an external broker',
  }
  const guess = outside ? 'an external broker of its own' : choices[0]?.label
  const whose = holder === undefined ? '' : ` of ${holder}`
  return {
    key: `remote:${key}`,
    kind: 'remote',
    message: `Which broker is ${remote.text}${whose}? The files do not say; ${guess} is the best guess.`,
    at,
    choices: outside ? [external, ...choices] : [...choices, external],
  }
}

/** A connector, and the broker whose file has it. */
export interface Named {
  readonly connector: Pick<SourceConnector, 'name'>
  readonly on: string
}

/** What an address was taken for without asking. */
export function takenFor(whose: Whose, basis: 'name' | 'port', uses: readonly Named[]): Guess {
  const { remote, choices } = whose
  return {
    ...whichBroker(whose),
    message: `${remote.text} was taken for ${choices[0]?.label}.`,
    why:
      basis === 'port'
        ? `It is the only broker in these files that listens on port ${remote.port}; no file has the host.`
        : namedAfter(uses),
  }
}

/** Connectors that are named beyond this are counted. */
const MOST_NAMED = 2

function namedAfter(uses: readonly Named[]): string {
  // Both instances of a pair have it.
  const list = [...new Set(uses.map(({ connector, on }) => `${connector.name ?? ''} on ${on}`))]
  const shown = list.slice(0, MOST_NAMED)
  const more = list.length - shown.length
  const names = `${shown.join(more > 0 ? ', ' : ' and ')}${more > 0 ? ` and ${more} more` : ''}`
  return list.length === 1
    ? `The connector ${names} is called after it, and after no other broker of these files.`
    : `The connectors ${names} are called after it, and after no other broker of these files.`
}

/** Where a connector without an address was taken to lead, by its name. */
export function takenToLead(
  source: SourceConnector,
  cut: boolean,
  key: string,
  choices: readonly Choice[],
): Omit<Guess, 'at'> {
  return {
    key,
    kind: 'connector',
    message: `${titleOf(source)} was taken to lead to ${choices[0]?.label}.`,
    why: `Its address is ${cut ? 'cut off' : 'missing'}, so its name was believed. Fill in the address before you export.`,
    choices: [...choices, { value: EXTERNAL, label: 'None of these: an external broker' }],
  }
}
