import type { Connector } from '../../design/design.ts'
import { hasSince, type EngineVersion } from '../../dialects/engine.ts'
import { oncePer } from '../../oncePer.ts'
import { attributesOf } from '../settings/attributes.ts'
import type { Check } from '../check.ts'
import { unset, withoutExtra } from '../fixes/fixes.ts'
import { clipped, listed, subject } from '../../words.ts'
import { release } from '../sources.ts'

const newerThan = oncePer((connector: Connector, engine: EngineVersion) =>
  attributesOf(connector).filter(({ row }) => row && !hasSince(engine, row.since)),
)

const check: Check = {
  id: 'attribute-newer-than-engine',
  severity: 'error',
  title: 'An attribute is newer than the engine.',
  why: 'A broker checks its file against the schema of its own version and does not start with an attribute that came later. Upgrade the broker, or take the attribute out.',
  targets: ['self-managed'],
  covers: ['version-attr'],
  sources: [release('the first tag that has each attribute')],
  examples: { bad: 'engine 6.1; a = b { autoStart=false }', good: 'engine 5.19; a = b { autoStart=false }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const engine = network.engineOf(connector.from)
      const newer = newerThan(connector, engine)
      if (newer.length === 0) continue
      const keys = newer.flatMap(({ key }) => key ?? [])
      const extra = newer.flatMap(({ key, xml }) => (key ? [] : xml))
      yield {
        at: [
          { connector: connector.id },
          ...newer.map(({ key, xml }) => ({ connector: connector.id, setting: key ?? xml })),
        ],
        message: `${subject(network, connector)} sets ${listed(newer.map(({ xml, row }) => `${xml} (since ${row?.since.join(' and ') ?? ''})`))}, which ActiveMQ ${clipped(engine)} does not have, so the broker does not start.`,
        fix: {
          label: `Remove ${listed(
            newer.map(({ xml }) => xml),
            2,
          )}`,
          edits: [
            ...(keys.length > 0 ? [unset(connector.id, ...keys)] : []),
            ...(extra.length > 0 ? [withoutExtra(connector, extra)] : []),
          ],
        },
      }
    }
  },
}
export default check
