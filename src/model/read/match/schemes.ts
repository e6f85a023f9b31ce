/** What is spoken on the wire, by the scheme that names it; `auto` listeners find out what is spoken to them. */
const WIRE: Readonly<Record<string, string>> = {
  tcp: 'plain',
  nio: 'plain',
  auto: 'plain',
  'auto+nio': 'plain',
  ssl: 'tls',
  tls: 'tls',
  'nio+ssl': 'tls',
  'auto+ssl': 'tls',
  'auto+nio+ssl': 'tls',
}

/**
 * Tells whether an address of one scheme reaches a listener of another: `tcp` an `nio` one, `ssl` an `nio+ssl` one, `tcp`
 * never an `ssl` one. Schemes that nobody knows reach everything.
 */
export function speaks(address: string, listener: string): boolean {
  const [a, b] = [WIRE[address] ?? address, WIRE[listener] ?? listener]
  return a === b || a === '' || b === '' || !/^[a-z+]+$/.test(a + b)
}
