import { isPair, type Broker, type Connector, type Design } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import { DESTINATION_LISTS } from '../../dialects/network-connector.ts'
import { networkOf, type Network } from '../../network/network.ts'
import type { Problem } from '../../outcome.ts'
import { brokerAttributes } from '../../xml/parts/brokerAttributes.ts'
import { connectorElement } from '../../xml/parts/connectorElement.ts'
import { element, type XmlElement as WrittenElement } from '../../xml/tree/node.ts'
import { Notes } from '../../xml/notes.ts'
import { writeConfiguration } from '../../xml/writeConfiguration.ts'
import { encode } from '../text/encoding.ts'
import { appendChildren, patchAttributes, patchList, styleOf, type Style } from './patchElement.ts'
import { patchPolicies } from './patchPolicies.ts'
import type { Reading } from '../reading.ts'
import type { SourceBroker, SourceConnector, SourceFile } from '../source/source.ts'
import type { Embedded } from '../template/template.ts'
import type { XmlElement } from '../text/xmlTree.ts'
import { applyTextEdits, indentAt, lineEndOf, removal, type TextEdit } from '../text/textEdits.ts'

/** A file on its way back. */
export interface PatchedFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly changed: boolean
  /** What was replaced in the text of the file that came in; never with a password in it. Absent for new files. */
  readonly edits?: readonly TextEdit[]
}

export interface Patched {
  readonly files: readonly PatchedFile[]
  /** What the design says and a file does not, and why. */
  readonly problems: readonly Problem[]
}

/**
 * Gives the files of a reading back with what a design changed since. A file that nothing of changed is the same bytes;
 * otherwise only the lines of changed connectors and attributes differ, written in the file's own style and encoding.
 * Brokers that no file describes get a whole configuration of their own.
 *
 * @param design - Made from the reading's own by edits, so that ids are the same.
 */
export function patchFiles(reading: Reading, design: Design): Patched {
  const problems: Problem[] = []
  const files = reading.sources.flatMap((source, index) =>
    /\.(properties|cfg|env)$/i.test(source.path) ? [] : [patchFile(reading, index, source, design, problems)],
  )
  const described = new Set(
    [...reading.origins.brokers].flatMap(([id, sources]) => (sources.length > 0 ? [id] : [])),
  )
  const network = networkOf(design)
  for (const broker of design.brokers) {
    if (broker.external || described.has(broker.id)) continue
    const known = reading.document.design.brokers.find(({ id }) => id === broker.id)
    // Brokers that only a text speaks of have no file, and nobody asked for one.
    if (known && sameFile(reading.document.design, design, broker.id)) continue
    const written = writeConfiguration(network, broker.id)
    if (!written) continue
    const path = freePath(broker.name, files)
    files.push({ path, bytes: encode(written.text, { encoding: 'utf-8', mark: false }), changed: true })
    problems.push(...written.problems.map((problem) => ({ ...problem, file: path })))
  }
  return { files, problems }
}

function freePath(name: string, files: readonly PatchedFile[]): string {
  const base = name.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\./, '_')
  const taken = new Set(files.map(({ path }) => path.toLowerCase()))
  let path = `${base}.xml`
  for (let number = 2; taken.has(path.toLowerCase()); number++) path = `${base}-${number}.xml`
  return path
}

function sameFile(before: Design, after: Design, id: BrokerId): boolean {
  return (
    JSON.stringify(writtenConnectors(networkOf(before), id)) ===
    JSON.stringify(writtenConnectors(networkOf(after), id))
  )
}

function writtenConnectors(network: Network, id: BrokerId): readonly WrittenElement[] {
  return network.declaredOn(id).map((connector) => connectorElement(network, connector, new Notes()))
}

function patchFile(
  reading: Reading,
  index: number,
  source: SourceFile,
  design: Design,
  problems: Problem[],
): PatchedFile {
  const unchanged = { path: source.path, bytes: source.bytes, changed: false }
  const { text } = source.decoded
  const say = (message: string, line?: number) =>
    problems.push({
      code: 'not-patched',
      message,
      file: source.path,
      ...(line === undefined ? {} : { line }),
    })
  const edits: TextEdit[] = []
  const inside = new Map<Embedded, TextEdit[]>()
  for (const [id, origins] of reading.origins.brokers) {
    for (const [instance, origin] of origins.entries()) {
      if (origin.file !== index) continue
      const own = patchBroker(reading, {
        id,
        instance,
        origin,
        text: origin.embedded?.xml ?? text,
        design,
        say,
      })
      if (origin.embedded) inside.set(origin.embedded, [...(inside.get(origin.embedded) ?? []), ...own])
      else edits.push(...own)
    }
  }
  for (const [embedded, own] of inside) {
    const written = embedded.write(own)
    if (written) edits.push(...written)
    else {
      say(
        `What changed of ${embedded.around.fallback ?? 'a configuration'} is put together of several values of this template, which are not rewritten. Take the changed configuration from the XML view and put it in.`,
        embedded.lineAt(0),
      )
    }
  }
  if (edits.length === 0) return unchanged
  const patched = applyTextEdits(text, edits)
  return patched === text
    ? unchanged
    : { path: source.path, bytes: encode(patched, source.decoded), changed: true, edits }
}

interface Place {
  readonly id: BrokerId
  readonly instance: number
  readonly origin: SourceBroker
  readonly text: string
  readonly design: Design
  readonly say: (message: string, line?: number) => void
}

function patchBroker(reading: Reading, place: Place): readonly TextEdit[] {
  const { id, origin, text, design, say } = place
  const [before, after] = [networkOf(reading.document.design), networkOf(design)]
  const [old, now] = [before.broker(id), after.broker(id)]
  if (!old) return []
  if (!now) {
    say(`The design has no broker ${old.name} any more; its file is given back as it came.`, origin.line)
    return []
  }
  const edits: TextEdit[] = []
  const mine = (connector: Connector) =>
    (reading.origins.connectors.get(connector.id) ?? []).find(
      (source) => source.file === origin.file && origin.connectors.includes(source),
    )
  const kept = new Set<string>()
  const gone = new Set<XmlElement>()
  for (const connector of before.declaredOn(id)) {
    const source = mine(connector)
    if (!source) continue
    kept.add(connector.id)
    const next = after.connector(connector.id)
    if (next && next.from === id)
      edits.push(...patchConnector(text, source, before, connector, after, next, say))
    else {
      gone.add(source.element)
      edits.push(removal(text, source.element.start, source.element.end))
    }
  }
  const fresh = after.declaredOn(id).filter((connector) => {
    const known = before.connector(connector.id)
    // What stood in the other instance's file alone is not new.
    return !kept.has(connector.id) && (known === undefined || known.from !== id)
  })
  edits.push(
    ...addConnectors(
      text,
      origin,
      fresh.map((connector) => connectorElement(after, connector, new Notes())),
      gone,
    ),
  )
  if (origin.element) {
    edits.push(...patchAttributes(text, origin.element, attributesOf(before, old), attributesOf(after, now)))
    edits.push(...patchListener(text, place, old, now))
    edits.push(...patchPolicies(text, origin.element, before, old, after, now))
  }
  if (JSON.stringify(old.settings?.users) !== JSON.stringify(now.settings?.users)) {
    say(
      `The users of ${now.name} changed. Add or remove them in the file by hand, with their passwords.`,
      origin.line,
    )
  }
  if (isPair(old) !== isPair(now)) {
    say(
      `${now.name} is ${isPair(now) ? 'a pair now' : 'no pair any more'}. Its files cannot say so alone: give both instances one store.`,
      origin.line,
    )
  }
  return edits
}

function attributesOf(network: Network, broker: Broker): ReadonlyMap<string, string> {
  const named = network.targetOf(broker.id) === 'amazon-mq' ? [] : [['brokerName', broker.name] as const]
  const others = brokerAttributes(network, broker, new Notes()).map(
    ({ name, value }) => [name, value] as const,
  )
  return new Map([...named, ...others])
}

const PASSWORD_OF: Readonly<Record<string, string>> = {
  password: 'userName',
  remotePassword: 'remoteUserName',
}

function patchConnector(
  text: string,
  source: SourceConnector,
  before: Network,
  old: Connector,
  after: Network,
  now: Connector,
  say: Place['say'],
): readonly TextEdit[] {
  const [was, is] = [connectorElement(before, old, new Notes()), connectorElement(after, now, new Notes())]
  const style = styleOf(text, source.element, source.element.parent)
  const [from, to] = [valuesOf(was), valuesOf(is)]
  for (const [password, user] of Object.entries(PASSWORD_OF)) {
    // A password in the file belongs to its user; it is never replaced by another and never moved.
    if (source.element.attributes.has(password) && to.has(password) && from.get(user) !== to.get(user)) {
      say(
        `The user of connector ${now.name ?? 'without a name'} changed, and its password in the file did not. Change it by hand.`,
        source.line,
      )
    }
    if (from.has(password) && to.has(password)) to.set(password, from.get(password) ?? '')
  }
  const edits = [...patchAttributes(text, source.element, from, to)]
  const fresh: WrittenElement[] = []
  for (const { xml } of Object.values(DESTINATION_LISTS)) {
    const [left, right] = [childOf(was, xml), childOf(is, xml)]
    if (JSON.stringify(left?.children) === JSON.stringify(right?.children)) continue
    const list = source.element.children.findLast(({ local }) => local === xml)
    if (list) edits.push(...patchList(text, list, left, right, style))
    else if (right) fresh.push(right)
  }
  return [...edits, ...appendChildren(text, source.element, fresh, style)]
}

function valuesOf(written: WrittenElement): Map<string, string> {
  return new Map(written.attributes.map(({ name, value }) => [name, value]))
}

function childOf(written: WrittenElement, name: string): WrittenElement | undefined {
  return written.children.find(
    (child): child is WrittenElement => !('comment' in child) && child.name === name,
  )
}

/** Puts new connectors behind the last one that lives, into the container, or with a container into the broker. */
function addConnectors(
  text: string,
  origin: SourceBroker,
  fresh: readonly WrittenElement[],
  gone: ReadonlySet<XmlElement>,
): readonly TextEdit[] {
  if (fresh.length === 0) return []
  const { container, element: broker } = origin
  const sibling = origin.connectors.at(-1)?.element
  if (container) {
    const style = sibling ? styleOf(text, sibling, container) : containerStyle(text, container)
    return appendChildren(text, container, fresh, style, gone)
  }
  if (!broker) return []
  const [first] = broker.children
  const style = first
    ? { ...styleOf(text, first, broker), lineEnd: lineEndOf(text) }
    : containerStyle(text, broker)
  const whole = element('networkConnectors', {}, fresh)
  if (!first) return appendChildren(text, broker, [whole], style)
  const indent = indentAt(text, first.start) ?? style.unit
  const { spread: _, ...plain } = style
  const written = appendChildren(text, { ...broker, children: [] }, [whole], plain)[0]?.text.trim() ?? ''
  const moved = written.replace(/(\r\n|\r|\n)[ \t]*/g, (match) => match)
  return [{ start: first.start, end: first.start, text: `${moved}${style.lineEnd}${indent}` }]
}

function containerStyle(
  text: string,
  container: { readonly name: string; readonly local: string; readonly start: number },
): Style {
  const own = indentAt(text, container.start) ?? ''
  return {
    lineEnd: lineEndOf(text),
    unit: own.includes('\t') ? '\t' : own.length % 4 === 0 && own !== '' ? '    ' : '  ',
    quote: '"',
    prefix: container.name.slice(0, container.name.length - container.local.length),
    blank: '',
  }
}

/** A broker that listens elsewhere: scheme and port of the transport connector that others reach, never its options. */
function patchListener(
  text: string,
  { instance, origin, say }: Place,
  old: Broker,
  now: Broker,
): readonly TextEdit[] {
  const [was, is] = [old.instances[instance] ?? {}, now.instances[instance] ?? {}]
  if (was.scheme === is.scheme && was.port === is.port && was.host === is.host) return []
  const listener =
    origin.listeners.find(({ openWire, port }) => openWire && port === was.port) ??
    origin.listeners.find(({ openWire }) => openWire)
  const uri = listener?.element?.attributes.get('uri')
  if (!listener?.element || uri === undefined) {
    if (was.scheme !== is.scheme || was.port !== is.port) {
      say(
        `${now.name} listens elsewhere now, and its file has no transport connector to change. Add one by hand.`,
        origin.line,
      )
    }
    return []
  }
  let next = uri
  if (is.scheme !== undefined && is.scheme !== was.scheme) next = next.replace(/^[^:]+/, is.scheme)
  if (is.port !== undefined && is.port !== was.port)
    next = next.replace(/(:\/\/[^/?]*?)(:\d+)?(?=[/?]|$)/, `$1:${is.port}`)
  const bound = listener.host !== '' && listener.host === was.host
  if (bound && is.host !== undefined && is.host !== was.host)
    next = next.replace(listener.host, () => is.host ?? '')
  if (next === uri) return []
  return patchAttributes(text, listener.element, new Map([['uri', uri]]), new Map([['uri', next]]))
}
