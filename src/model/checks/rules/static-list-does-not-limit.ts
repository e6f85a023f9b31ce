import type { Connector } from '../../design/design.ts'
import type { Check } from '../check.ts'
import { connectorNames, subject, toldAll } from '../../words.ts'
import { some } from '../shared/group.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'static-list-does-not-limit',
  severity: 'warning',
  title: 'A static list alone does not keep other destinations from crossing.',
  why: 'Statically included destinations always cross; everything else still crosses where a consumer wants it. To forward only these, make it a static bridge, or list what may cross on demand.',
  covers: ['filter-static-not-limit'],
  sources: [
    code('DemandForwardingBridgeSupport', 1401),
    measured('a static list alone: all else is forwarded on demand'),
  ],
  examples: {
    bad: 'a -> b { static=queue://orders }',
    good: 'a -> b { static=queue://orders staticBridge=true }',
  },
  *find(network) {
    const connectors = some(
      network.design.connectors.filter(
        ({ filters, settings }) =>
          filters.static?.length && !filters.dynamic?.length && !settings.staticBridge,
      ),
    )
    if (!connectors) return
    const [first, ...others] = connectors
    const atStatic = ({ id }: Connector) => ({ connector: id, setting: 'static' }) as const
    yield {
      at: [atStatic(first), ...others.map(atStatic)],
      message:
        others.length === 0
          ? `${subject(network, first)} lists ${toldAll(first.filters.static ?? [])} to be forwarded always, and everything else still crosses on demand.`
          : `${connectorNames(network, connectors)} list destinations to be forwarded always, and everything else still crosses on demand.`,
    }
  },
}
export default check
