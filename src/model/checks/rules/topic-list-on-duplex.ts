import type { Network } from '../../network/network.ts'
import type { Connector } from '../../design/design.ts'
import { isTopicListOfDuplex, partsOf, entriesOf, replaceEntries } from '../crossing/entries.ts'
import { brokerName, subject, toldAll } from '../../words.ts'
import type { Check } from '../check.ts'
import { fact } from '../sources.ts'

const check: Check = {
  id: 'topic-list-on-duplex',
  severity: 'error',
  title: 'A duplex connector has several topics in one entry of a list.',
  why: 'Lists are sent over to the far side of a duplex connector, and there the parts of an entry such as A,B have become queues. Each side asks its own lists of what arrives and drops what they refuse: topics that are included so cross in neither direction, and where they are excluded, messages of queues of these names are taken and hang. Give each topic an entry of its own.',
  covers: [],
  sources: [
    fact('filter-duplex-list-of-topics', 'an include of topics one,two: 0 of 10 cross, both ways'),
    fact(
      'filter-duplex-excluded-list-of-topics',
      'topics one,two excluded: of queue one 10 hang in flight, and 0 arrive',
    ),
  ],
  examples: {
    bad: 'a = b { dynamic=topic://news,prices }',
    good: 'a = b { dynamic=topic://news dynamic=topic://prices }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      const lists = entriesOf(connector).filter((entry) => isTopicListOfDuplex(network, connector, entry))
      const [first] = lists
      if (!first) continue
      yield {
        at: [{ connector: connector.id, setting: first.list }],
        message: messageOf(network, connector, lists),
        fix: {
          label: 'Give each topic its own entry',
          edits: replaceEntries(connector, (entry) =>
            isTopicListOfDuplex(network, connector, entry) ? partsOf(entry.destination) : [entry.destination],
          ),
        },
      }
    }
  },
}
export default check

function messageOf(
  network: Network,
  connector: Connector,
  lists: readonly ReturnType<typeof entriesOf>[number][],
): string {
  const included = lists.filter(({ list }) => list === 'dynamic').map(({ destination }) => destination)
  const excluded = lists.filter(({ list }) => list === 'excluded').map(({ destination }) => destination)
  const far = `which ${brokerName(network, connector.to)} reads as queues`
  const of = subject(network, connector)
  if (excluded.length === 0)
    return `${of} includes ${toldAll(included)}, ${far}: the topics cross in neither direction.`
  const hang = `${toldAll(excluded)}, ${far}: messages of queues of these names hang`
  return included.length === 0
    ? `${of} excludes ${hang}.`
    : `${of} includes ${toldAll(included)} and excludes ${hang}, and the topics that are included cross in neither direction.`
}
