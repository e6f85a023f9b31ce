import { counted, listed, numeral } from '../words.ts'
import type { Pattern } from './pattern.ts'

/** What the members of a pattern are called, one and several. */
export interface Nouns<Id extends string> {
  readonly nameOf: (id: Id) => string
  /** `4 pairs`, `2 regions`, `3 brokers (1 pair among them)`. */
  readonly count: (ids: readonly Id[]) => string
  /** `broker`, `region`. */
  readonly one: string
}

/** What a pattern is, with the names that matter in it: `Hub and spoke: hub joins 4 brokers that meet only there`. */
export function patternPhrase<Id extends string>(pattern: Pattern<Id>, nouns: Nouns<Id>): string {
  const { name, centres, members } = pattern
  const { nameOf, count } = nouns
  const others = members.filter((id) => !centres.includes(id))
  const centre = listed(centres.map(nameOf), 8)
  switch (name) {
    case 'single':
      return `${nameOf(members[0]!)} stands alone`
    case 'chain':
      return members.length === 2
        ? `Chain of ${count(members)}: ${listed(members.map(nameOf))}`
        : `Chain of ${count(members)}, from ${nameOf(members[0]!)} to ${nameOf(members.at(-1)!)}`
    case 'hub-and-spoke':
      return `Hub and spoke: ${centre} joins ${count(others)} that meet only there`
    case 'concentrator':
      return `Concentrator: ${count(others)} send to ${centre}, and nothing comes back`
    case 'mesh':
      return `Mesh of ${count(members)}: each is joined to every other`
    case 'ring':
      return `Ring of ${count(members)}: each is joined to two others`
    case 'tree':
      return `Tree of ${count(members)}, with one way between any two: ${treeWords(pattern, nouns)}`
    case 'mixed':
      return mixedWords(pattern, nouns)
  }
}

function treeWords<Id extends string>({ core, members }: Pattern<Id>, { nameOf }: Nouns<Id>): string {
  const inner = core?.members ?? []
  return `${inner.length === 1 ? '' : `${listed(inner.map(nameOf), 4)} inside, and `}${numeral(members.length - inner.length)} at the ends`
}

function mixedWords<Id extends string>(pattern: Pattern<Id>, nouns: Nouns<Id>): string {
  const { core, groups = [], members, links } = pattern
  const { count, nameOf, one } = nouns
  const whole = `Mixed, ${count(members)}`
  if (core && CLEAR.has(core.name) && core.members.length > 2) {
    const ends = members.length - core.members.length
    return `${whole}: a ${shape(core, nouns)}, with ${numeral(ends)} more ${ends === 1 ? 'that hangs' : 'that hang'} on ${hangsOn(pattern, core, nameOf)}`
  }
  if (groups.length === 0)
    return `${whole}: a partial mesh with ${numeral(links)} of ${numeral(possible(members))} possible links`
  const inGroups = new Set(groups.flatMap((group) => group.members))
  const rest = members.length - inGroups.size
  const branches = rest > 0 ? `, and ${numeral(rest)} on single links` : ''
  if (groups.length <= 2) {
    return `${whole}: ${listed(groups.map((group) => `a ${shape(group, nouns)}`))}${branches}`
  }
  const sizes = groups.map((group) => group.members.length)
  const size =
    sizes[0] === sizes.at(-1)
      ? counted(sizes[0] ?? 0, one)
      : `${numeral(sizes.at(-1) ?? 0)} to ${counted(sizes[0] ?? 0, one)}`
  const shared = members.filter((id) => groups.filter((group) => group.members.includes(id)).length > 1)
  const meet = shared.length > 0 ? `, meeting at ${listed(shared.map(nameOf), 4)}` : ''
  return `${whole}: ${numeral(groups.length)} groups of ${size} with more than one way inside${meet}${branches}`
}

const CLEAR = new Set<Pattern['name']>(['mesh', 'ring'])

/** `mesh of 3 brokers (a, b and c)`. */
function shape<Id extends string>({ name, members, links }: Pattern<Id>, { nameOf, one }: Nouns<Id>): string {
  const names = listed(members.map(nameOf), 4)
  return CLEAR.has(name)
    ? `${name} of ${counted(members.length, one)} (${names})`
    : `partial mesh of ${counted(members.length, one)} (${names}; ${numeral(links)} of ${numeral(possible(members))} possible links)`
}

function possible({ length }: readonly unknown[]): number {
  return (length * (length - 1)) / 2
}

/** Where the brokers at the ends hang: on all of the core, or on some of it. */
function hangsOn<Id extends string>(
  { attached }: Pattern<Id>,
  core: Pattern<Id>,
  nameOf: (id: Id) => string,
): string {
  const at = attached ?? []
  return at.length === core.members.length && at.length > 1 ? 'each of them' : listed(at.map(nameOf), 4)
}
