import type { Connector } from '../../design/design.ts'
import type { EngineVersion } from '../../dialects/engine.ts'
import { oncePer } from '../../oncePer.ts'
import { verdictFor } from '../../targets/verdict.ts'
import { attributesOf } from '../settings/attributes.ts'
import type { Check } from '../check.ts'
import { unset, withoutExtra } from '../fixes/fixes.ts'
import { clipped, connectorName, listed } from '../../words.ts'
import { AWS_ANSWERS, AWS_SCHEMA } from '../sources.ts'

/** Told of by checks of their own. */
const ELSEWHERE = new Set(['password', 'remotePassword', 'remoteUserName', 'username'])

const strippedFrom = oncePer((connector: Connector, engine: EngineVersion) =>
  attributesOf(connector).filter(
    ({ xml }) =>
      !ELSEWHERE.has(xml) && verdictFor('amazon-mq', engine, 'networkConnector', xml).verdict === 'stripped',
  ),
)

const check: Check = {
  id: 'stripped-by-amazon',
  severity: 'warning',
  title: 'Amazon MQ removes an attribute of a connector.',
  why: 'Amazon MQ takes what is not in its schema out of a configuration and goes on; only the console and the API show a warning, CloudFormation and Terraform show none. What you set is then not there. Take it out, so that the file says what runs.',
  targets: ['amazon-mq'],
  covers: ['MQ003', 'MQ011'],
  sources: [AWS_SCHEMA, AWS_ANSWERS],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; a = b { autoStart=false }',
    good: 'target amazon-mq 5.19; user bridge; a = b { dynamicOnly=false }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      if (network.targetOf(connector.from) !== 'amazon-mq') continue
      const removed = strippedFrom(connector, network.engineOf(connector.from))
      if (removed.length === 0) continue
      const keys = removed.flatMap(({ key }) => key ?? [])
      const extra = removed.flatMap(({ key, xml }) => (key ? [] : xml))
      const names = removed.map(({ xml }) => clipped(xml))
      yield {
        at: [
          { connector: connector.id },
          ...removed.map(({ key, xml }) => ({ connector: connector.id, setting: key ?? xml })),
        ],
        message: `Amazon MQ removes ${listed(names)} from ${connectorName(network, connector)} without stopping.`,
        fix: {
          label: `Remove ${listed(names, 2)}`,
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
