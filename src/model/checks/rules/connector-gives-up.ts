import { addressOf } from '../settings/addresses.ts'
import type { Check } from '../check.ts'
import { counted, subject } from '../../words.ts'
import { code, measured } from '../sources.ts'

const check: Check = {
  id: 'connector-gives-up',
  severity: 'warning',
  title: 'A connector stops trying after a number of attempts.',
  why: 'After that many quick failures in a row it gives the broker up until somebody restarts this one. Leave maxReconnectAttempts out: it then tries for ever, at most every 30 seconds.',
  covers: ['uri-gives-up'],
  sources: [code('SimpleDiscoveryAgent'), measured('a standby was given up before it was needed')],
  examples: { bad: 'a = b { ?maxReconnectAttempts=10 }', good: 'a = b { ?maxReconnectAttempts=0 }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      const address = addressOf(connector)
      const limit = Number(
        (address ? address.options : new Map(Object.entries(connector.uriOptions ?? {}))).get(
          'maxReconnectAttempts',
        ),
      )
      if (!(limit > 0)) continue
      const { maxReconnectAttempts: _, ...options } = connector.uriOptions ?? {}
      yield {
        at: [{ connector: connector.id, setting: address ? 'uri' : 'uriOptions' }],
        message: `${subject(network, connector)} gives up for good after ${counted(limit, 'failed attempt')} in a row.`,
        fix: {
          label: 'Let it try for ever',
          edits: [
            {
              type: 'set-connector',
              id: connector.id,
              fields: address
                ? { uri: withoutOption(address.text, 'maxReconnectAttempts') }
                : { uriOptions: Object.keys(options).length > 0 ? options : null },
            },
          ],
        },
      }
    }
  },
}
export default check

/** Takes an option of the discovery agent, behind the last bracket, out of an address. */
function withoutOption(text: string, option: string): string {
  const end = text.lastIndexOf(')') + 1
  const [, query = ''] = text.slice(end).split('?', 2)
  const left = query.split('&').filter((pair) => pair !== '' && !pair.startsWith(`${option}=`))
  return text.slice(0, end) + (left.length > 0 ? `?${left.join('&')}` : '')
}
