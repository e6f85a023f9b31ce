import type { Broker, DestinationPolicy } from '../../design/design.ts'
import { formatDestination } from '../../design/destination.ts'
import { POLICY_SETTINGS, type PolicyPlace } from '../../dialects/policy-entry.ts'
import type { Network } from '../../network/network.ts'
import { verdictFor } from '../../targets/verdict.ts'
import { element, type XmlElement as WrittenElement } from '../../xml/tree/node.ts'
import { destinationOf } from '../source/readBroker.ts'
import { appendChildren, patchAttributes, styleOf } from './patchElement.ts'
import { removal, type TextEdit } from '../text/textEdits.ts'
import { childrenNamed, descend, type XmlElement } from '../text/xmlTree.ts'

const WRAPPER = 'networkBridgeFilterFactory'
const FACTORY = 'conditionalNetworkBridgeFilterFactory'

/** Brings the policies of a broker's file to what a design says now; entries and settings that a design does not know stay. */
export function patchPolicies(
  text: string,
  broker: XmlElement,
  before: Network,
  old: Broker,
  after: Network,
  now: Broker,
): readonly TextEdit[] {
  const [was, is] = [byDestination(old), byDestination(now)]
  const entries = descend(broker, 'destinationPolicy', 'policyMap', 'policyEntries', 'policyEntry')
  const edits: TextEdit[] = []
  const fresh: WrittenElement[] = []
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [left, right] = [was.get(key), is.get(key)]
    if (JSON.stringify(left) === JSON.stringify(right)) continue
    const { destination } = right ?? left ?? {}
    if (!destination) continue
    const entry = entries.findLast((each) => {
      const own = destinationOf(each, new Map())
      return own?.kind === destination.kind && own.name === destination.name
    })
    const from = {
      attributes: values(before, old, left, 'policyEntry'),
      filter: values(before, old, left, FACTORY),
    }
    const to = {
      attributes: values(after, now, right, 'policyEntry'),
      filter: values(after, now, right, FACTORY),
    }
    if (!entry) {
      fresh.push(
        element(
          'policyEntry',
          { [destination.kind]: destination.name, ...Object.fromEntries(to.attributes) },
          [...dispatch(right), ...filterNodes(to.filter)],
        ),
      )
      continue
    }
    edits.push(...patchAttributes(text, entry, from.attributes, to.attributes))
    edits.push(...patchFilter(text, entry, from.filter, to.filter))
    if (left?.priorityNetworkDispatch !== right?.priorityNetworkDispatch) {
      const [known] = childrenNamed(entry, 'dispatchPolicy')
      if (known) edits.push(removal(text, known.start, known.end))
      edits.push(...appendChildren(text, entry, dispatch(right), styleOf(text, entry, entry.parent)))
    }
  }
  return [...edits, ...addEntries(text, broker, entries, fresh)]
}

function byDestination(broker: Broker): ReadonlyMap<string, DestinationPolicy> {
  return new Map((broker.policies ?? []).map((policy) => [formatDestination(policy.destination), policy]))
}

function values(
  network: Network,
  broker: Broker,
  policy: DestinationPolicy | undefined,
  place: PolicyPlace,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [key, row] of Object.entries(POLICY_SETTINGS)) {
    const value = policy?.[key as keyof typeof POLICY_SETTINGS]
    if (row.element !== place || value === undefined) continue
    const { verdict } = verdictFor(network.targetOf(broker.id), network.engineOf(broker.id), place, row.xml)
    if (verdict === 'permitted') found.set(row.xml, String(value))
  }
  return found
}

function dispatch(policy: DestinationPolicy | undefined): readonly WrittenElement[] {
  if (!policy?.priorityNetworkDispatch) return []
  return [element('dispatchPolicy', {}, [element(POLICY_SETTINGS.priorityNetworkDispatch.xml)])]
}

function filterNodes(filter: ReadonlyMap<string, string>): readonly WrittenElement[] {
  if (filter.size === 0) return []
  return [element(WRAPPER, {}, [element(FACTORY, Object.fromEntries(filter))])]
}

function patchFilter(
  text: string,
  entry: XmlElement,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly TextEdit[] {
  if (JSON.stringify([...before]) === JSON.stringify([...after])) return []
  const [wrapper] = childrenNamed(entry, WRAPPER)
  const [factory] = wrapper ? childrenNamed(wrapper, FACTORY) : []
  if (factory && wrapper) {
    return after.size === 0
      ? [removal(text, wrapper.start, wrapper.end)]
      : patchAttributes(text, factory, before, after)
  }
  // The factory without its wrapper keeps the broker from starting, so it goes when the right form comes.
  const bare = childrenNamed(entry, FACTORY).map(({ start, end }) => removal(text, start, end))
  return [...bare, ...appendChildren(text, entry, filterNodes(after), styleOf(text, entry, entry.parent))]
}

function addEntries(
  text: string,
  broker: XmlElement,
  entries: readonly XmlElement[],
  fresh: readonly WrittenElement[],
): readonly TextEdit[] {
  if (fresh.length === 0) return []
  const near = entries.at(-1)
  const path = ['destinationPolicy', 'policyMap', 'policyEntries']
  const depth = path.findLastIndex((_, index) => descend(broker, ...path.slice(0, index + 1)).length > 0)
  const container = depth < 0 ? broker : descend(broker, ...path.slice(0, depth + 1)).at(-1)
  if (!container) return []
  const missing = path.slice(depth + 1)
  const nodes = missing.reduceRight<readonly WrittenElement[]>(
    (inner, name) => [element(name, {}, inner)],
    fresh,
  )
  const first = near ?? container.children[0]
  const style = first ? styleOf(text, first, first.parent) : styleOf(text, container, container.parent)
  const { spread: _, ...joined } = style
  return appendChildren(text, container, nodes, joined)
}
