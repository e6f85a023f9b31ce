import type { Check } from '../check.ts'
import { sameNameHit, sameNames } from '../shared/sameNames.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'same-name-duplex-both-ends',
  severity: 'warning',
  title: 'Two brokers each declare a duplex connector of the same name toward the other.',
  why: 'Both make the same client id of the name and the two brokers, and a broker refuses the second connection of an id. The one that connects first carries both ways; the other tries again for ever and fills the log, and which of the two it is depends on the order of start. Remove one of them.',
  covers: ['nc-name-reverse-collision'],
  sources: [fact('name-duplex-against-duplex', 'one is refused for ever, and the other carries both ways')],
  examples: {
    bad: 'a = b { name=link }; b = a { name=link }',
    good: 'a = b { name=link }',
  },
  find: (network) =>
    sameNames(network, true).map((found) =>
      sameNameHit(network, found, 'one of the two is refused for ever, and the other carries both ways'),
    ),
}
export default check
