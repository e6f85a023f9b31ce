import type { Check, QuickFix } from '../check.ts'
import { some } from '../shared/group.ts'
import { connectorNames } from '../../words.ts'
import { BY_MORE_DEMAND, unlessErrors } from '../fixes/tried.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'include-list-breaks-replies',
  severity: 'warning',
  title: 'A list of included destinations keeps replies from coming back.',
  why: 'With dynamically included destinations a bridge listens only for consumers of those, and so never hears the requester that waits on its temporary queue: replies are accepted on the far broker and stay there. Setting the advisory filter (destinationFilter) to > lets the bridge hear all consumers; the list still decides what crosses.',
  covers: ['filter-breaks-replies'],
  sources: [measured('dynamic list: replies lost; with destinationFilter > they come back')],
  examples: {
    bad: 'a = b { dynamic=queue://orders }; producer on a of queue://orders { replies }; consumer on b of queue://orders { replies }',
    good: 'a = b { dynamic=queue://orders destinationFilter=> }; producer on a of queue://orders { replies }; consumer on b of queue://orders { replies }',
  },
  *find(network, trial) {
    if (!network.design.clients.some(({ replies }) => replies)) return
    const connectors = some(
      network.design.connectors.filter(({ settings, filters }) => {
        const { bridgeTempDestinations = true, destinationFilter, staticBridge } = settings
        return (
          bridgeTempDestinations &&
          destinationFilter === undefined &&
          !staticBridge &&
          (filters.dynamic?.length ?? 0) > 0
        )
      }),
    )
    if (!connectors) return
    const [first, ...others] = connectors
    const all: QuickFix = {
      label: 'Listen to all consumers',
      edits: connectors.map(({ id }) => ({ type: 'set-settings', id, settings: { destinationFilter: '>' } })),
    }
    // Whoever hears all consumers also takes what is listed statically on their demand, and patterns wider than the list.
    const isSure = connectors.every(({ filters }) => !filters.static?.length)
    const fix = isSure ? unlessErrors(network, trial, all, BY_MORE_DEMAND) : undefined
    yield {
      at: [
        { connector: first.id, setting: 'dynamic' },
        ...others.map(({ id }) => ({ connector: id, setting: 'dynamic' })),
      ],
      message: `Replies do not cross ${connectorNames(network, connectors)}: with a list of included destinations, nobody hears who waits for them.`,
      ...(fix ? { fix } : {}),
    }
  },
}
export default check
