import type { Connector } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { freeConnectorName } from '../fixes.ts'
import { brokerName, clipped } from '../say.ts'
import { measured } from '../sources.ts'

/** What the file of a self-managed broker calls other things: itself, and where it listens. */
const TAKEN = ['broker', 'openwire']

const check: Check = {
  id: 'connector-name-taken',
  severity: 'error',
  title: 'A connector has a name that something else in the file has.',
  why: 'Names are unique in the whole file: a connector may not be called broker, nor like the transport connector that the broker listens on. A comma, a semicolon or a blank parts a name in two, and each part counts. The broker does not start. Give the connector a name of its own.',
  targets: ['self-managed'],
  covers: [],
  sources: [
    measured(
      'connectors called broker, or like a transport connector, or sharing a part of their names: refused by 5.17.7, 5.18.6, 5.19.1 and 6.3.1',
    ),
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
          message: `${brokerName(network, broker.id)} does not start: something else in its file is called ${clipped(taken)} too, besides the connector ${clipped(connector.name ?? '')}.`,
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

function partsOf({ name }: Connector): readonly string[] {
  return name === undefined ? [] : name.split(/[,; ]+/).filter((part) => part !== '')
}

/** The part of a name that is taken. Whole names that are the same are another check's. */
function clash(connector: Connector, seen: ReadonlySet<string>): string | undefined {
  const parts = partsOf(connector)
  const isWhole = parts.length === 1 && !TAKEN.includes(parts[0] ?? '')
  return isWhole ? undefined : parts.find((part) => seen.has(part))
}
