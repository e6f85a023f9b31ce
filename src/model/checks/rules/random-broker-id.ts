import type { BrokerId } from '../../design/ids.ts'
import type { Check } from '../check.ts'
import { free } from '../fixes/fixes.ts'
import { some } from '../shared/group.ts'
import { carries } from '../crossing/filters.ts'
import { brokerNames } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'random-broker-id',
  severity: 'note',
  title: 'Brokers get a new id at every start.',
  why: 'A message remembers the brokers it has left by their ids, so that it is not sent back to them. After a restart, and after a takeover in a pair, a broker has a new id and messages that wait elsewhere may flow back to it. A fixed brokerId, the same for both instances of a pair, keeps the rule stable.',
  targets: ['self-managed'],
  covers: ['broker-id-random'],
  sources: [
    code('DemandForwardingBridgeSupport', 425),
    measured('TTL 2: parked messages stayed before a restart of their origin, all flowed back after it'),
  ],
  examples: {
    bad: 'engine 5.19; a = b { networkTTL=2 }; b = c { networkTTL=2 }',
    good: 'a = b { networkTTL=2 }; b = c { networkTTL=2 }; broker a { brokerId=a }; broker b { brokerId=b }; broker c { brokerId=c }',
  },
  *find(network) {
    const touched = new Set<BrokerId>()
    for (const { settings, connector, from, to } of network.bridges) {
      if (!settings.duplex || settings.messageTtl === 1 || settings.messageTtl === 0) continue
      if (carries(connector, 'queue')) touched.add(from).add(to)
    }
    if (touched.size === 0) return
    const used = new Set(network.design.brokers.flatMap(({ settings }) => settings?.brokerId ?? []))
    const brokers = some(
      network.design.brokers.filter(
        (broker) =>
          touched.has(broker.id) &&
          !broker.external &&
          !broker.settings?.brokerId &&
          network.targetOf(broker.id) === 'self-managed',
      ),
    )
    if (!brokers) return
    const [first, ...others] = brokers
    yield {
      at: [
        { broker: first.id, setting: 'brokerId' },
        ...others.map(({ id }) => ({ broker: id, setting: 'brokerId' })),
      ],
      message: `After a restart of ${brokerNames(
        network,
        brokers.map(({ id }) => id),
      )}, messages that wait elsewhere may flow back to where they came from.`,
      fix: {
        label: 'Fix each broker id to its name',
        edits: brokers.map((broker) => {
          const wish = free(broker.name || broker.id, used)
          used.add(wish)
          return { type: 'set-broker-settings', id: broker.id, settings: { brokerId: wish } } as const
        }),
      },
    }
  },
}
export default check
