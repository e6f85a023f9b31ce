import { attributesOf } from '../settings/attributes.ts'
import type { Check } from '../check.ts'
import { withoutExtra } from '../fixes/fixes.ts'
import { clipped, listed, subject } from '../../words.ts'
import { measured } from '../sources.ts'

const check: Check = {
  id: 'unknown-attribute',
  severity: 'error',
  title: 'A connector has an attribute that ActiveMQ does not know.',
  why: 'A broker checks its file against the schema of its version and does not start with an attribute it does not know. Look for a spelling mistake, or take it out.',
  targets: ['self-managed'],
  covers: [],
  sources: [measured('an unknown attribute: the broker does not start')],
  examples: { bad: 'a = b { statusKeepAlive=true }', good: 'a = b { dynamicOnly=false }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      if (!connector.extra) continue
      const unknown = attributesOf(connector).flatMap(({ xml, row }) => (row || xml === 'id' ? [] : xml))
      if (unknown.length === 0) continue
      yield {
        at: [
          { connector: connector.id },
          ...unknown.map((setting) => ({ connector: connector.id, setting })),
        ],
        message: `${subject(network, connector)} has ${listed(unknown.map(clipped))}, which ActiveMQ does not know, so the broker does not start.`,
        fix: {
          label: `Remove ${listed(unknown.map(clipped), 2)}`,
          edits: [withoutExtra(connector, unknown)],
        },
      }
    }
  },
}
export default check
