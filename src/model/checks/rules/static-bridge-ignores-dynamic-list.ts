import type { Check } from '../check.ts'
import { subject, toldAll } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'static-bridge-ignores-dynamic-list',
  severity: 'warning',
  title: 'A static bridge ignores its dynamically included destinations.',
  why: 'A static bridge does not listen for consumers, so what is included dynamically never crosses. Move those destinations to the static list, or turn the static bridge off.',
  covers: ['staticbridge-dynamic'],
  sources: [measured('static bridge with a dynamic list: the list is ignored')],
  examples: {
    bad: 'a -> b { staticBridge=true static=queue://orders dynamic=queue://bills }',
    good: 'a -> b { static=queue://orders dynamic=queue://bills }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const { dynamic = [] } = connector.filters
      if (!connector.settings.staticBridge || dynamic.length === 0) continue
      yield {
        at: [{ connector: connector.id, setting: 'dynamic' }],
        message: `${subject(network, connector)} is a static bridge, so ${toldAll(dynamic)} never ${dynamic.length === 1 ? 'crosses' : 'cross'}.`,
      }
    }
  },
}
export default check
