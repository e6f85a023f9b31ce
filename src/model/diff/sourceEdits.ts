import { BROKER_ATTRIBUTES } from '../dialects/broker.ts'
import { DESTINATION_LISTS } from '../dialects/network-connector.ts'
import { POLICY_SETTINGS } from '../dialects/policy-entry.ts'
import { transportOf } from '../dialects/transport.ts'
import type { Design } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import type { Reading } from '../read/reading.ts'
import { withoutSecrets } from '../read/source/secrets.ts'
import type { SourceBroker } from '../read/source/source.ts'
import type { XmlElement } from '../read/text/xmlTree.ts'
import { matchBrokers, type FilesOfBrokers } from './matchElements.ts'
import { NAMES, shownText, shownValue, speaksOfSecret, titleOf } from './shownSource.ts'

/** One thing that was edited in a file and that no broker, connector or value of the comparison tells. Never a password. */
export interface SourceEdit {
  /** Of the later file, or of the earlier one for what is gone. The first is 1. */
  readonly line: number
  /** `<plugins> <statisticsBrokerPlugin>`, `connector to-b: password`. */
  readonly where: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Absent for elements, and for what may not be shown. */
  readonly before?: string
  readonly after?: string
}

/** A broker's file that is another one now. */
export interface EditedFile {
  /** By its newer name. */
  readonly broker: string
  /** What its files are called before and after. */
  readonly paths: { readonly before: string; readonly after: string }
  /** What is not told elsewhere; empty where brokers and connectors tell all, or only spacing, comments or order differ. */
  readonly edits: readonly SourceEdit[]
}

/** More edits of one file tell that it was written anew. */
const MOST_EDITS = 100

/**
 * What was edited in the files of brokers beyond what a design holds: plugins, stores, beans around, children of connectors
 * that are not understood, passwords (that they changed, never which). Only files whose bytes differ.
 *
 * @param matched - Which broker of the later reading each of the earlier is.
 */
export function editedFiles(
  before: Reading,
  after: Reading,
  matched: ReadonlyMap<BrokerId, BrokerId>,
): readonly EditedFile[] {
  const seen = new Set<string>()
  return [...matched].flatMap(([old, now]) => {
    const [left, right] = [before.origins.brokers.get(old) ?? [], after.origins.brokers.get(now) ?? []]
    return left.flatMap((source, index): readonly EditedFile[] => {
      const other = right[index]
      const [was, is] = [before.sources[source.file], other && after.sources[other.file]]
      const key = `${source.file} ${other?.file} ${source.embedded ? source.line : ''}`
      if (!other || !was || !is || was.hash === is.hash || seen.has(key)) return []
      seen.add(key)
      const broker = after.document.design.brokers.find(({ id }) => id === now)?.name ?? ''
      return [{ broker, paths: { before: was.path, after: is.path }, edits: editsOf(source, other) }]
    })
  })
}

/** Paths of the files of each broker of a design that was read from files, below the folder that all of them share. */
export function filesOfBrokers(reading: Reading, design: Design): FilesOfBrokers {
  const parts = reading.sources.map(({ path }) => path.split(/[\\/]/))
  const [first = []] = parts
  let shared = 0
  while (parts.every((own) => shared < own.length - 1 && own[shared] === first[shared])) shared++
  return perBroker(reading, design, (list) => [
    ...new Set(list.map(({ file }) => (parts[file] ?? []).slice(shared).join('/'))),
  ])
}

/**
 * The earlier design with the newer names of brokers that the files of both sides name alike, most often not at all: they
 * are called after their files, and what a file is called is nothing that a broker knows.
 */
export function withNamesOf(
  before: Design,
  after: Design,
  matched: ReadonlyMap<BrokerId, BrokerId>,
  readings: { readonly before?: Reading; readonly after?: Reading },
): Design {
  if (!readings.before || !readings.after) return before
  const saying = (list: readonly SourceBroker[]) => list.map(({ brokerName }) => brokerName ?? '').join()
  const [old, now] = [perBroker(readings.before, before, saying), perBroker(readings.after, after, saying)]
  const names = new Map(after.brokers.map(({ id, name }) => [id, name]))
  return {
    ...before,
    brokers: before.brokers.map((broker) => {
      const is = matched.get(broker.id)
      const name = is === undefined ? undefined : names.get(is)
      const said = old.get(broker.id)
      const isSame = is !== undefined && said !== undefined && said === now.get(is)
      return isSame && name !== undefined ? { ...broker, name } : broker
    }),
  }
}

/** What the files say of each broker of a design, by its id there. */
function perBroker<T>(
  { origins, document }: Reading,
  design: Design,
  say: (list: readonly SourceBroker[]) => T,
): ReadonlyMap<BrokerId, T> {
  const own = document.design
  const ids = own === design ? undefined : matchBrokers(own, design, { versions: true })
  return new Map(
    [...origins.brokers].flatMap(([id, list]): readonly (readonly [BrokerId, T])[] => {
      const here = ids ? ids.get(id) : id
      return here === undefined ? [] : [[here, say(list)]]
    }),
  )
}

function editsOf(before: SourceBroker, after: SourceBroker): readonly SourceEdit[] {
  const [old, now] = [rootOf(before), rootOf(after)]
  if (!old || !now) return []
  const edits: SourceEdit[] = []
  walk(old, now, [], edits)
  return edits.slice(0, MOST_EDITS).toSorted((a, b) => a.line - b.line)
}

function rootOf({ element, container }: SourceBroker): XmlElement | undefined {
  let root = element ?? container
  while (root?.parent) root = root.parent
  return root
}

/** Compares two elements that are the same one, and what is in them. */
function walk(old: XmlElement, now: XmlElement, path: readonly XmlElement[], edits: SourceEdit[]): void {
  const here = [...path, now]
  const add = (name: string, line: number, values: readonly [string | undefined, string | undefined]) => {
    const [before, after] = values
    edits.push({
      line,
      where: `${titleOf(here)}${name}`,
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      ...(before === undefined || after === before ? {} : { before }),
      ...(after === undefined || after === before ? {} : { after }),
    })
  }
  for (const name of new Set([...now.attributes.keys(), ...old.attributes.keys()])) {
    const [was, is] = [old.attributes.get(name), now.attributes.get(name)]
    if (was === is || /^(xmlns|xsi)(:|$)/.test(name) || isTold(now, path, name, was, is)) continue
    const shown = (element: XmlElement, value: string | undefined) =>
      value === undefined ? undefined : shownValue(element, name, value)
    add(`: ${name}`, now.line, [shown(old, was), shown(now, is)])
  }
  const [wasText, isText] = [textOf(old), textOf(now)]
  if (wasText !== isText) {
    const value = (element: XmlElement, text: string) =>
      text === '' ? undefined : shownText(element, text, path.at(-1))
    add('', now.line, [value(old, wasText), value(now, isText)])
  }
  for (const [was, is] of pairsOf(old.children, now.children)) {
    if (was && is) {
      if (!isList(is)) walk(was, is, here, edits)
      continue
    }
    const only = (was ?? is)!
    if (isToldWhole(only)) continue
    edits.push({
      line: only.line,
      where: titleOf([...here, only]),
      kind: is ? 'added' : 'removed',
    })
  }
}

/** Children that are the same: of one name, with the same value of what tells them apart, else in their order. */
function pairsOf(
  old: readonly XmlElement[],
  now: readonly XmlElement[],
): readonly (readonly [XmlElement | undefined, XmlElement | undefined])[] {
  const pairs: (readonly [XmlElement | undefined, XmlElement | undefined])[] = []
  let [left, right] = [old, now]
  for (const keyOf of [
    (element: XmlElement) => `${element.local} ${named(element)}`,
    ({ local }: XmlElement) => local,
  ]) {
    const free = new Map<string, XmlElement[]>()
    for (const element of right) {
      const key = keyOf(element)
      free.set(key, [...(free.get(key) ?? []), element])
    }
    const taken = new Set<XmlElement>()
    left = left.filter((element) => {
      const same = free.get(keyOf(element))?.shift()
      if (!same) return true
      taken.add(same)
      pairs.push([element, same])
      return false
    })
    right = right.filter((element) => !taken.has(element))
  }
  return [
    ...pairs,
    ...left.map((element) => [element, undefined] as const),
    ...right.map((element) => [undefined, element] as const),
  ]
}

function named({ attributes }: XmlElement): string {
  return NAMES.map((name) => attributes.get(name) ?? '').join(' ')
}

const LISTS: ReadonlySet<string> = new Set(Object.values(DESTINATION_LISTS).map(({ xml }) => xml))
const OF_BROKER: ReadonlySet<string> = new Set([
  'brokerName',
  ...Object.values(BROKER_ATTRIBUTES).map(({ xml }) => xml),
])
/** Attributes of policies and elements in them that a design holds, with the element that they stand in. */
const OF_POLICY: ReadonlySet<string> = new Set(
  Object.values(POLICY_SETTINGS).map(({ element, xml }) => `${element} ${xml}`),
)

function isList({ local, parent }: XmlElement): boolean {
  return LISTS.has(local) && parent?.local === 'networkConnector'
}

/** Whether brokers and connectors of the comparison tell of this attribute. */
function isTold(
  element: XmlElement,
  path: readonly XmlElement[],
  name: string,
  was: string | undefined,
  is: string | undefined,
): boolean {
  if (element.local === 'networkConnector') {
    // Of an address whose password alone changed nothing else tells.
    if (name === 'uri') return withoutSecrets(was ?? '') !== withoutSecrets(is ?? '')
    return !speaksOfSecret(name)
  }
  if (element.local === 'broker') return OF_BROKER.has(name)
  if (element.local === 'authenticationUser') return name === 'username'
  if (OF_POLICY.has(`${element.local} ${name}`)) return true
  if (element.local === 'transportConnector' && name === 'uri') {
    const [before, after] = [was, is].map((uri) => (uri ?? '').split('?'))
    const isHeard = transportOf((is ?? was ?? '').split(':')[0] ?? '').openWire
    return isHeard && before?.[0] !== after?.[0] && before?.[1] === after?.[1]
  }
  return path.at(-1)?.local === 'networkConnector' && LISTS.has(element.local)
}

/** Whether a whole element that came or went is told as a connector, as one of its lists, or as a value of a policy. */
function isToldWhole(element: XmlElement): boolean {
  const { local, parent, children, attributes } = element
  if (local === 'networkConnector' || isList(element)) return true
  if (local === 'conditionalNetworkBridgeFilterFactory')
    return attributes.size > 0 && [...attributes.keys()].every((name) => OF_POLICY.has(`${local} ${name}`))
  if (OF_POLICY.has(`${parent?.local} ${local}`)) return true
  const isRound = ['networkConnectors', 'networkBridgeFilterFactory', 'dispatchPolicy'].includes(local)
  return isRound && (children.length > 0 || local === 'networkConnectors') && children.every(isToldWhole)
}

function textOf({ texts }: XmlElement): string {
  return texts.map(({ text }) => text.trim().replace(/\s+/g, ' ')).join(' ')
}

/** `line 31: connector one <sslContext> removed` */
export function tellEdit({ line, where, kind, before, after }: SourceEdit): string {
  if (before === undefined && after === undefined)
    return `line ${line}: ${where} ${kind}${kind === 'changed' ? ', not shown' : ''}`
  return `line ${line}: ${where}: ${before ?? 'not set'} → ${after ?? 'not set'}`
}
