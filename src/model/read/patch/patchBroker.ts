import { isPair, type Broker, type Connector } from '../../design/design.ts'
import type { BrokerId } from '../../design/ids.ts'
import type { Network } from '../../network/network.ts'
import { Notes } from '../../xml/notes.ts'
import { brokerAttributes } from '../../xml/parts/brokerAttributes.ts'
import { connectorElement } from '../../xml/parts/connectorElement.ts'
import type { Reading } from '../reading.ts'
import type { SourceBroker } from '../source/source.ts'
import { removal, type TextEdit } from '../text/textEdits.ts'
import type { XmlElement } from '../text/xmlTree.ts'
import { addConnectors, patchConnector, type Say } from './patchConnector.ts'
import { patchAttributes } from './patchElement.ts'
import { patchPolicies } from './patchPolicies.ts'

/** One broker of the design in one file. */
export interface Place {
  readonly id: BrokerId
  readonly instance: number
  readonly origin: SourceBroker
  readonly text: string
  /** As the files say it, and as it is to be. */
  readonly before: Network
  readonly after: Network
  readonly say: Say
}

/** What changed of a broker, in the text that describes it: its connectors, attributes, policies and where it listens. */
export function patchBroker(reading: Reading, place: Place): readonly TextEdit[] {
  const { id, origin, text, before, after, say } = place
  const [old, now] = [before.broker(id), after.broker(id)]
  if (!old) return []
  if (!now) {
    say(`The design has no broker ${old.name} any more; its file is given back as it came.`, origin.line)
    return []
  }
  const [was, runs] = [old.engine ?? before.design.engine, now.engine ?? after.design.engine]
  if (origin.target === 'amazon-mq' && origin.engine !== undefined && was !== runs && place.instance === 0) {
    say(
      `${now.name} runs ${runs} in the design, and this file says ${origin.engine}, which stays. Change it where the file says the engine's version.`,
      origin.line,
    )
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
  if (fresh.length > 0 && !origin.container && !origin.element) {
    say(
      `${now.name} has no configuration in this file, so ${fresh.length === 1 ? 'its new connector is' : 'its new connectors are'} not written. Take the configuration from the XML view, and give the broker one with it.`,
      origin.line,
    )
  }
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
