import { compareEngines } from '../../dialects/engine.ts'
import { carries } from '../crossing/filters.ts'
import type { Check } from '../check.ts'
import { some } from '../shared/group.ts'
import { connectorNames } from '../../words.ts'
import { release } from '../sources.ts'

const check: Check = {
  id: 'priority-default-changes',
  severity: 'note',
  title: 'Whether local consumers come first depends on the engine version.',
  why: 'The default of decreaseNetworkConsumerPriority is off up to 5.17 and on from 5.18 and 6.0. Where it is left out, an upgrade changes who gets the messages of a queue. Write it, so that the file says what is meant.',
  covers: ['prio-explicit'],
  sources: [release('default changed in 5.18.0 (AMQ-5137)')],
  examples: {
    bad: 'engine 5.17; a -> b',
    good: 'engine 5.17; a -> b { decreaseNetworkConsumerPriority=false }',
  },
  *find(network) {
    const connectors = some(
      network.design.connectors.filter(
        (connector) =>
          connector.settings.decreaseNetworkConsumerPriority === undefined &&
          compareEngines(network.engineOf(connector.from), '5.18.0') < 0 &&
          !network.broker(connector.from)?.external &&
          carries(connector, 'queue'),
      ),
    )
    if (!connectors) return
    const [first, ...others] = connectors
    const setting = 'decreaseNetworkConsumerPriority'
    yield {
      at: [{ connector: first.id, setting }, ...others.map(({ id }) => ({ connector: id, setting }))],
      message: `An upgrade to 5.18 or newer changes who gets messages over ${connectorNames(network, connectors)}: local consumers then come first.`,
      fix: {
        label: 'Write down what holds now',
        edits: connectors.map(({ id }) => ({ type: 'set-settings', id, settings: { [setting]: false } })),
      },
    }
  },
}
export default check
