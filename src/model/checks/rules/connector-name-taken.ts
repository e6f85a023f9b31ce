import type { Connector } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { freeConnectorName } from '../fixes/fixes.ts'
import { brokerName, clipped } from '../../words.ts'
import { fact } from '../sources.ts'

/** What the file of a self-managed broker calls other things: itself, and where it listens. */
const TAKEN = ['broker', 'openwire']

const check: Check = {
  id: 'connector-name-taken',
  severity: 'error',
  title: 'A connector has a name that something else in the file has.',
  why: 'A broker does not start when two things in its file have one name. A connector may not be called broker, nor like the transport connector that the broker listens on. A comma, a semicolon or a blank divides a name, and each part must be free. Give the connector a name of its own.',
  targets: ['self-managed'],
  covers: [],
  sources: [
    fact('refuses-connector-named-broker', 'a connector called broker keeps its broker from starting'),
    fact('refuses-connector-named-as-transport', 'so does one called like a transport connector'),
    fact('refuses-names-that-share-a-part', 'a connector called x,y collides with one called y'),
  ],
  examples: { bad: 'a -> b { name=openwire }', good: 'a -> b { name=link }' },
  *find(network) {
    for (const broker of network.design.brokers) {
      const seen = new Set<string>(TAKEN)
      for (const connector of network.declaredOn(broker.id)) {
        const taken = clash(connector, seen)
        for (const part of partsOf(connector)) seen.add(part)
        if (taken === undefined) continue
        yield {
          at: [{ connector: connector.id, setting: 'name' }],
          message: messageOf(brokerName(network, broker.id), clipped(connector.name ?? ''), taken),
          fix: {
            label: 'Give the connector a name of its own',
            edits: [
              {
                type: 'set-connector',
                id: connector.id,
                fields: { name: freeConnectorName(network, connector, []) },
              },
            ],
          },
        }
      }
    }
  },
}
export default check

/** What the name collides with. */
function messageOf(broker: string, name: string, taken: string): string {
  const part = name === taken ? '' : `, of which ${clipped(taken)} is a part,`
  const by =
    taken === 'broker'
      ? 'the broker itself is called that'
      : taken === 'openwire'
        ? 'the transport connector is called that'
        : 'another connector is called that'
  return `${broker} does not start with a connector named ${name}${part} because ${by}.`
}

function partsOf({ name }: Connector): readonly string[] {
  return name === undefined ? [] : name.split(/[,; ]+/).filter((part) => part !== '')
}

/** The part of a name that is taken. Whole names that are the same are another check's. */
function clash(connector: Connector, seen: ReadonlySet<string>): string | undefined {
  const parts = partsOf(connector)
  const isWhole = parts.length === 1 && !TAKEN.includes(parts[0] ?? '')
  return isWhole ? undefined : parts.find((part) => seen.has(part))
}
