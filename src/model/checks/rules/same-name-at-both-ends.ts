import type { Check } from '../check.ts'
import { sameNameHit, sameNames } from '../shared/sameNames.ts'
import { brokerName } from '../../words.ts'
import { code, fact } from '../sources.ts'

const check: Check = {
  id: 'same-name-at-both-ends',
  severity: 'error',
  title: 'A duplex connector and a one-way connector back have the same name.',
  why: 'Both make the same client id of the name and the two brokers, and a broker refuses the second connection of an id: whichever connects second is refused for ever, and the order of start decides which that is. Where it is the duplex one, nothing crosses the way that it alone carries. Rename one, or drop the one-way connector: the duplex one already carries both ways.',
  covers: ['nc-name-reverse-collision'],
  sources: [
    code('RegionBroker'),
    fact('name-one-way-beats-duplex', 'the one-way connector connects first: a never reaches b'),
    fact('name-duplex-beats-one-way', 'the duplex one connects first: it carries both ways'),
  ],
  examples: {
    bad: 'a = b { name=link excluded=topic://> }; b -> a { name=link excluded=queue://> }',
    good: 'a = b { name=out excluded=topic://> }; b -> a { name=back excluded=queue://> }',
  },
  find: (network) =>
    sameNames(network, false).map((found) =>
      sameNameHit(
        network,
        found,
        `only the one that connects first carries anything, and messages from ${brokerName(network, found.duplex.from)} may never reach ${brokerName(network, found.back.from)}`,
      ),
    ),
}
export default check
