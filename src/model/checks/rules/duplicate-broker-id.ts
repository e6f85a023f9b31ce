import type { Check } from '../check.ts'
import { free } from '../fixes/fixes.ts'
import { groupBy } from '../shared/group.ts'
import { brokerNames, spelled } from '../../words.ts'
import { code, fact } from '../sources.ts'

const check: Check = {
  id: 'duplicate-broker-id',
  severity: 'error',
  title: 'Two brokers have the same broker id.',
  why: 'A bridge that finds its own broker id on the far side takes it for itself and stops, without a word in the log and without trying again. Give each broker an id of its own; only the two instances of a pair share one.',
  targets: ['self-managed'],
  covers: ['broker-id-duplicate'],
  sources: [
    code('DemandForwardingBridgeSupport', 425),
    fact('name-same-broker-id', 'the same broker id at both ends: no bridge, silently'),
  ],
  examples: {
    bad: 'a = b; broker a { brokerId=x }; broker b { brokerId=x }',
    good: 'a = b; broker a { brokerId=x }; broker b { brokerId=y }',
  },
  *find(network) {
    // Amazon MQ takes the id out of a file, which a check of its own tells of.
    const fixed = network.design.brokers.filter(
      ({ id, settings }) => settings?.brokerId && network.targetOf(id) === 'self-managed',
    )
    const used = new Set(fixed.map(({ settings }) => settings?.brokerId ?? ''))
    if (used.size === fixed.length) return
    for (const [id, [first, ...others]] of groupBy(fixed, ({ settings }) => settings?.brokerId ?? '')) {
      if (others.length === 0) continue
      yield {
        at: [
          { broker: first.id, setting: 'brokerId' },
          ...others.map((broker) => ({ broker: broker.id, setting: 'brokerId' })),
        ],
        message: `${brokerNames(network, [first.id, ...others.map((broker) => broker.id)])} ${others.length === 1 ? 'both' : 'all'} have the broker id ${spelled(id)}: a link between them stays silently dead.`,
        fix: {
          label: 'Give each its own id',
          edits: others.map((broker) => {
            const wish = free(broker.name || broker.id, used)
            used.add(wish)
            return { type: 'set-broker-settings', id: broker.id, settings: { brokerId: wish } } as const
          }),
        },
      }
    }
  },
}
export default check
