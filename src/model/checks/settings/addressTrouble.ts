import type { Address } from './addresses.ts'
import { clipped } from '../../words.ts'
import { isFilledIn, withoutMarks } from './filledIn.ts'

/** What keeps a broker from reading an address, in words that go on after a colon; `undefined` where nothing does. */
export function troubleOf(address: Address): string | undefined {
  return troubleIn(address.text) ?? partTrouble(address)
}

function troubleIn(text: string): string | undefined {
  const plain = withoutMarks(text)
  if (/\s/.test(plain)) return 'there is a blank in it'
  const odd = /[<>"{}|\\^`]|\p{Cc}/u.exec(plain)?.[0]
  if (odd) return `${JSON.stringify(odd)} may not stand in it`
  let depth = 0
  for (const character of plain) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) break
  }
  return depth === 0 ? undefined : 'its brackets do not match'
}

function partTrouble({ scheme, parts }: Address): string | undefined {
  if (scheme !== 'static' && scheme !== 'simple' && scheme !== 'masterslave') return undefined
  if (parts.length === 0 && scheme !== 'masterslave') return 'it lists no broker'
  for (const { text, host, port, scheme: own } of parts) {
    if (isFilledIn(text)) continue
    if (own === '' || host === '') return `${clipped(text)} is no address of a broker`
    const trouble = hostTrouble(host)
    if (trouble) return `in ${clipped(text)}, ${trouble}`
    if (port === '' && !own.startsWith('http')) return `${clipped(text)} has no port`
    if (port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536))
      return `${clipped(port)} is no port`
  }
  return undefined
}

/**
 * What keeps an address from holding a host.
 * @source java.net.URI finds no host in a name with an underscore, so nothing can connect to it
 */
export function hostTrouble(host: string): string | undefined {
  if (isFilledIn(host)) return undefined
  if (host.includes('_')) return 'a host name has no underscore'
  if (/^\[?[0-9a-f:.]*:[0-9a-f:.]*(%[\w.-]+)?\]?$/i.test(host)) return undefined
  return /^[A-Za-z0-9.-]+$/.test(host) ? undefined : 'a host name has only letters, digits, dots and hyphens'
}
