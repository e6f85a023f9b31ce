import type { Edit } from '../../design/edits/edit.ts'
import { AMAZON_DEFAULT_ENGINE, amazonEngineLines } from '../../targets/amazon-mq.ts'
import type { Check } from '../check.ts'
import { groupBy } from '../shared/group.ts'
import { brokerNames, clipped, listed } from '../../words.ts'
import { aws, AWS_ANSWERS } from '../sources.ts'

const check: Check = {
  id: 'amazon-engine',
  severity: 'error',
  title: 'Amazon MQ does not offer this engine version.',
  why: 'Amazon MQ makes brokers of a few lines only, named without a patch number, and picks the patch itself. Choose one of them; 5.19 is the one AWS recommends.',
  targets: ['amazon-mq'],
  covers: ['MQ081'],
  sources: [AWS_ANSWERS, aws('network-of-brokers')],
  examples: {
    bad: 'target amazon-mq 5.18.7; user bridge; a -> b',
    good: 'target amazon-mq 5.18; user bridge; a -> b',
  },
  *find(network) {
    const { design } = network
    const lines = amazonEngineLines()
    const wrong = design.brokers.filter(
      (broker) =>
        !broker.external &&
        network.targetOf(broker.id) === 'amazon-mq' &&
        !lines.includes(network.engineOf(broker.id)),
    )
    for (const [engine, [first, ...others]] of groupBy(wrong, ({ id }) => network.engineOf(id))) {
      const line = lines.find((offered) => engine.startsWith(`${offered}.`)) ?? AMAZON_DEFAULT_ENGINE
      const brokers = [first, ...others]
      const inherits = brokers.some((broker) => broker.engine === undefined)
      const alone = design.brokers.every((broker) => network.targetOf(broker.id) === 'amazon-mq')
      const edits: Edit[] = brokers
        .filter((broker) => broker.engine !== undefined || !alone)
        .map(({ id }) => ({ type: 'set-broker', id, fields: { engine: line } }))
      // These lines insist on automatic upgrades.
      for (const { id, amazon } of brokers) {
        if (amazon?.autoMinorVersionUpgrade === false) {
          edits.push({ type: 'set-amazon', id, fields: { autoMinorVersionUpgrade: true } })
        }
      }
      if (inherits && alone) edits.unshift({ type: 'set-design', fields: { engine: line } })
      yield {
        at: [
          { broker: first.id, setting: 'engine' },
          ...others.map(({ id }) => ({ broker: id, setting: 'engine' })),
        ],
        message: `Amazon MQ makes no broker with engine ${clipped(engine)}, as ${brokerNames(
          network,
          brokers.map(({ id }) => id),
        )} ${brokers.length === 1 ? 'wants' : 'want'}: it offers ${listed(lines)}.`,
        fix: { label: `Use ${line}`, edits },
      }
    }
  },
}
export default check
