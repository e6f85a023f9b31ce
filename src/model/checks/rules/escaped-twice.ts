import type { Check } from '../check.ts'
import { rewritten } from '../fixes/addressFixes.ts'
import { subject } from '../../words.ts'
import { aws } from '../sources.ts'

const check: Check = {
  id: 'escaped-twice',
  severity: 'warning',
  title: 'An address holds an ampersand that is already escaped.',
  why: 'In a file the ampersand between two options is written &amp;, and the export does that by itself. An address that holds &amp; already would be escaped twice, and the option behind it is then unknown and silently ignored. Write a bare ampersand.',
  covers: ['MQ012'],
  sources: [aws('network-of-brokers')],
  examples: {
    bad: 'a = b { uri=static:(tcp://b1:61616)?initialReconnectDelay=500&amp;maxReconnectDelay=5000 }',
    good: 'a = b { uri=static:(tcp://b1:61616)?initialReconnectDelay=500&maxReconnectDelay=5000 }',
  },
  *find(network) {
    for (const connector of network.design.connectors) {
      if (!connector.uri?.includes('&amp;')) continue
      yield {
        at: [{ connector: connector.id, setting: 'uri' }],
        message: `${subject(network, connector)} has &amp; in its address, so the options behind it are ignored.`,
        fix: {
          label: 'Write bare ampersands',
          edits: [rewritten(connector, connector.uri.replaceAll('&amp;', '&'))],
        },
      }
    }
  },
}
export default check
