import { paceFor } from '../versions.ts'
import { duplex, network, stepwise, type Fact, type Lab } from './fact.ts'

const CONSUMERS = 60
const TRIALS = 40

/**
 * Sixty consumers start at the same moment on the three brokers of a duplex chain with networkTTL 3: each must
 * become known on all three. Counts the trials in which a broker never hears of one.
 */
async function deafTrials(lab: Lab, pace: number | undefined): Promise<number> {
  const lines = network([duplex('a', 'b', { networkTTL: 3 }), duplex('b', 'c', { networkTTL: 3 })])
  let deaf = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    const read = await stepwise(lab, lines, (start, up) => [
      start('a', 'b', 'c'),
      up,
      {
        do: 'consume',
        ...(pace !== undefined && { pace }),
        consumers: Array.from({ length: CONSUMERS }, (_, index) => ({
          id: String(index),
          at: lines.brokers[index % 3] ?? 'a',
          destination: `queue://q${index}`,
        })),
      },
      { do: 'settle' },
    ])
    const known = Object.values(read.brokers).map(({ queues }) => Object.keys(queues).length)
    if (known.some((count) => count < CONSUMERS)) deaf++
  }
  return deaf
}

/** What only shows in many trials; a minute or two each, not part of the quick suite. */
export const races: readonly Fact[] = [
  {
    id: 'demand-lost-when-consumers-start-together',
    says: 'When many consumers start at the same moment on duplex connectors, none is overlooked; from 5.19.8 and 6.2.7 on some are.',
    measure: async (lab) =>
      (await deafTrials(lab, undefined)) === 0 ? 'none overlooked' : 'some overlooked',
    expected: 'none overlooked',
    except: { '6.3.1': 'some overlooked' },
  },
  {
    id: 'demand-kept-when-consumers-start-apart',
    says: 'Where they start one after the other none is.',
    measure: async (lab) =>
      (await deafTrials(lab, paceFor(lab.version))) === 0 ? 'none overlooked' : 'some overlooked',
    expected: 'none overlooked',
  },
]
