import { effectiveName, remotesOf, type Connector } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { freeConnectorName } from '../fixes/fixes.ts'
import { groupBy } from '../shared/group.ts'
import { brokerName, spelled, counted } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'duplicate-connector-name',
  severity: 'error',
  title: 'Two connectors on one broker have the same name.',
  why: 'A name stands once in a file, and a broker registers each connector under its name: where one is taken it does not start. Connectors without a name are all called NC. Give each connector a name of its own.',
  covers: ['nc-name-duplicate', 'MQ040'],
  sources: [code('BrokerService'), measured('a broker with two connectors of one name does not start')],
  examples: {
    bad: 'a -> b { name=link }; a -> c { name=link }',
    good: 'a -> b { name=link-b }; a -> c { name=link-c }',
  },
  *find(network) {
    for (const broker of network.design.brokers) {
      const declared = network.declaredOn(broker.id)
      if (declared.length < 2) continue
      const groups = groupBy(declared, effectiveName)
      if (groups.size === declared.length) continue
      // Without JMX nothing is registered: only connectors toward the same broker then get in each other's way.
      const unregistered = broker.settings?.useJmx === false && network.targetOf(broker.id) === 'self-managed'
      const taken: string[] = []
      for (const [name, group] of groups) {
        // Names that are written are unique in the file before anything is registered.
        const written = group.filter((connector) => connector.name !== undefined)
        const starts = unregistered && written.length < 2
        const clashing = !unregistered ? group : starts ? sharingARemote(group) : written
        const [first, ...others] = clashing
        if (!first || others.length === 0) continue
        const unnamed = first.name === undefined
        yield {
          at: [
            { connector: first.id, setting: 'name' },
            ...others.map(({ id }) => ({ connector: id, setting: 'name' })),
          ],
          message: unnamed
            ? `${brokerName(network, broker.id)} has ${counted(clashing.length, 'connector')} that count as named NC, so ${starts ? 'only one of them ever connects' : 'the broker does not start'}.`
            : `${brokerName(network, broker.id)} has ${counted(clashing.length, 'connector')} named ${spelled(name)}, so ${starts ? 'only one of them ever connects' : 'the broker does not start'}.`,
          fix: {
            label: 'Give each a name of its own',
            edits: (unnamed ? clashing : others).map((connector) => {
              const free = freeConnectorName(network, connector, taken)
              taken.push(free)
              return { type: 'set-connector', id: connector.id, fields: { name: free } } as const
            }),
          },
        }
      }
    }
  },
}
export default check

function sharingARemote(group: readonly Connector[]): readonly Connector[] {
  return group.filter((one) =>
    group.some((other) => other !== one && remotesOf(one).some((id) => remotesOf(other).includes(id))),
  )
}
