import type { ElementId, Network } from '@meshwright/model'
import { findingKey, type Finding } from '@meshwright/model/checks'
import {
  ACTION_GROUPS,
  ACTION_IDS,
  actionKeys,
  actionOf,
  actionTitle,
  canRun,
  type ActionId,
} from '../../store/actions/index.ts'
import type { State } from '../../store/createStore.ts'
import { connectorTitle, lookOf, type ElementLook } from '../common/elementNames.ts'
import { OTHER_WORDS } from './otherWords.ts'

/** What a query asks for by its first character: `>` commands, `@` brokers, `#` findings; without one, everything. */
export type PaletteKind = 'all' | 'commands' | 'brokers' | 'findings'

/** One line of the palette and what it stands for. */
export type PaletteEntry = { readonly id: string; readonly label: string; readonly detail?: string } & (
  | {
      readonly kind: 'command'
      readonly action: ActionId
      readonly keys?: string
      /** Other words for it, found but not shown. */
      readonly also?: string
    }
  | { readonly kind: 'element'; readonly element: ElementId; readonly look: ElementLook }
  | { readonly kind: 'finding'; readonly finding: Finding }
)

export interface PaletteGroup {
  readonly id: string
  readonly heading: string
  readonly entries: readonly PaletteEntry[]
}

const PREFIXES: Readonly<Record<string, PaletteKind>> = { '>': 'commands', '@': 'brokers', '#': 'findings' }

/** More than this and scrolling is slower than typing one more letter. */
const MOST = 40

export function readQuery(text: string): { readonly kind: PaletteKind; readonly words: string } {
  const kind = PREFIXES[text.trimStart()[0] ?? '']
  return kind ? { kind, words: text.trimStart().slice(1).trim() } : { kind: 'all', words: text.trim() }
}

/**
 * What fits a query, best first: lines that begin with it, then lines with a word that does, then lines that hold all
 * its letters in order.
 */
export function paletteGroups(
  state: State,
  network: Network,
  findings: readonly Finding[],
  query: string,
): readonly PaletteGroup[] {
  const { kind, words } = readQuery(query)
  const wants = (one: PaletteKind) => kind === one || kind === 'all'
  const groups: PaletteGroup[] = []
  if (wants('brokers')) {
    groups.push({ id: 'brokers', heading: 'Brokers', entries: fitting(brokerEntries(network), words) })
    if (words !== '') {
      groups.push({
        id: 'others',
        heading: 'Connectors and regions',
        entries: fitting(otherEntries(network), words),
      })
    }
  }
  if (wants('commands')) {
    for (const [group, heading] of Object.entries(ACTION_GROUPS)) {
      const entries = commandEntries(state, group)
      groups.push({ id: group, heading, entries: fitting(entries, words) })
    }
  }
  if (wants('findings') && (kind === 'findings' || words !== '')) {
    groups.push({ id: 'found', heading: 'What is wrong', entries: fitting(findingEntries(findings), words) })
  }
  const found = groups.filter(({ entries }) => entries.length > 0)
  // Without words, what can be done stands before what there is: brokers are found by typing.
  if (words === '')
    return kind === 'all'
      ? found.toSorted((a, b) => Number(a.id === 'brokers') - Number(b.id === 'brokers'))
      : found
  return found.toSorted((a, b) => rankOf(a, words) - rankOf(b, words))
}

/** How well the best line of a group fits; groups that fit alike keep their order. */
function rankOf({ entries: [best] }: PaletteGroup, words: string): number {
  return (best && rankIn(best, words)) ?? 4
}

/** How well a line fits: 0 begins with it, 1 a word begins with it, 2 holds it, 3 holds its letters in order. */
export function fit(text: string, words: string): number | undefined {
  const line = text.toLowerCase()
  const wanted = words.toLowerCase()
  if (line.startsWith(wanted)) return 0
  if (new RegExp(`[^a-z0-9]${wanted.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`).test(line)) return 1
  if (line.includes(wanted)) return 2
  let at = -1
  for (const letter of wanted) {
    at = line.indexOf(letter, at + 1)
    if (at < 0) return undefined
  }
  return 3
}

function fitting<Entry extends PaletteEntry>(entries: readonly Entry[], words: string): readonly Entry[] {
  if (words === '') return entries.slice(0, MOST)
  return entries
    .flatMap((entry) => {
      const rank = rankIn(entry, words)
      // A whole sentence holds the letters of almost any word in order.
      const isChance = entry.kind === 'finding' && rank === 3
      return rank === undefined || isChance ? [] : [{ entry, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

/** As `fit` of its name; what it is also called comes after names that hold the words, its second line last. */
function rankIn(entry: PaletteEntry, words: string): number | undefined {
  const named = fit(entry.label, words)
  if (named !== undefined && named < 3) return named
  return byOtherWords(entry, words) ? 2.5 : (named ?? byDetail(entry, words))
}

function byOtherWords(entry: PaletteEntry, words: string): boolean {
  const rank = entry.kind === 'command' && entry.also !== undefined ? fit(entry.also, words) : undefined
  return rank === 0 || rank === 1
}

function byDetail({ detail }: PaletteEntry, words: string): number | undefined {
  return detail?.toLowerCase().includes(words.toLowerCase()) ? 4 : undefined
}

function commandEntries(state: State, group: string): readonly PaletteEntry[] {
  return ACTION_IDS.filter(
    (id) =>
      actionOf(id).group === group && actionOf(id).keysOnly !== true && id !== 'palette' && canRun(state, id),
  ).map((action) => {
    const [keys] = actionKeys(action)
    const also = OTHER_WORDS[action]
    return {
      id: `> ${action}`,
      kind: 'command',
      action,
      label: actionTitle(state, action),
      ...(keys ? { keys } : {}),
      ...(also ? { also } : {}),
    }
  })
}

function brokerEntries(network: Network): readonly PaletteEntry[] {
  return network.design.brokers.map(({ id, name, region }) => ({
    id,
    kind: 'element',
    element: id,
    look: lookOf(network, id) ?? 'broker',
    label: name,
    ...(network.region(region) ? { detail: network.region(region)?.name ?? '' } : {}),
  }))
}

function otherEntries(network: Network): readonly PaletteEntry[] {
  const { connectors, regions } = network.design
  return [
    ...connectors.map((connector): PaletteEntry => ({
      id: connector.id,
      kind: 'element',
      element: connector.id,
      look: 'connector',
      label: connectorTitle(network, connector),
      detail: `${network.nameOf(connector.from)} to ${network.nameOf(connector.to)}`,
    })),
    ...regions.map(({ id, name }): PaletteEntry => ({
      id,
      kind: 'element',
      element: id,
      look: 'region',
      label: name,
    })),
  ]
}

function findingEntries(findings: readonly Finding[]): readonly PaletteEntry[] {
  return findings
    .filter(({ ignored }) => ignored === undefined)
    .map((finding) => ({
      id: findingKey(finding),
      kind: 'finding',
      finding,
      label: finding.message,
      detail: finding.check,
    }))
}
