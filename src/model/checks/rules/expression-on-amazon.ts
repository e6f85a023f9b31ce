import { holdsExpression } from '../../targets/expression.ts'
import { attributesOf } from '../settings/attributes.ts'
import type { Check } from '../check.ts'
import { listed, subject } from '../../words.ts'
import { AWS_ANSWERS } from '../sources.ts'

const check: Check = {
  id: 'expression-on-amazon',
  severity: 'error',
  title: 'Amazon MQ removes attributes that hold an expression.',
  why: 'There is no properties file on Amazon MQ: an attribute with ${…} or #{…} in it is taken out, and the connector runs without it. Write the value itself.',
  targets: ['amazon-mq'],
  covers: ['MQ007'],
  sources: [AWS_ANSWERS],
  examples: {
    bad: 'target amazon-mq 5.19; user bridge; a = b { name=${link} }',
    good: 'target amazon-mq 5.19; user bridge; a = b { name=link }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      if (network.targetOf(connector.from) !== 'amazon-mq') continue
      const { name = '', uri = '', uriOptions = {}, filters } = connector
      const places = [
        ...(holdsExpression(name) ? ['name'] : []),
        ...(holdsExpression(uri) || Object.entries(uriOptions).flat().some(holdsExpression) ? ['uri'] : []),
        ...attributesOf(connector).flatMap(({ xml, text }) => (holdsExpression(text) ? xml : [])),
        ...Object.values(filters).flatMap((list) =>
          list.some((entry) => holdsExpression(entry.name)) ? 'physicalName' : [],
        ),
      ]
      if (places.length === 0) continue
      yield {
        at: [{ connector: connector.id }, ...places.map((setting) => ({ connector: connector.id, setting }))],
        message: `${subject(network, connector)} has an expression in ${listed([...new Set(places)])}, so Amazon MQ removes ${places.length === 1 ? 'that attribute' : 'those attributes'}.`,
      }
    }
  },
}
export default check
