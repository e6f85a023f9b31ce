import { refused, understood, type Outcome } from '@meshwright/model'

/** An address from which a design may be read. */
export interface DesignAddress {
  readonly url: URL
  /** Name and port, for asking the user. */
  readonly host: string
}

/**
 * Reads the address of a design file as people paste it: `https`, or `http` on this machine alone; never with a user
 * name or a password in it. A fragment is left out: it is not sent anyway.
 */
export function readDesignAddress(text: string): Outcome<DesignAddress> {
  const wanted = text.trim()
  if (wanted === '')
    return refused({ code: 'no-address', message: 'Type or paste the address of a design file.' })
  let url: URL
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(wanted) ? wanted : `https://${wanted}`)
  } catch {
    return refused({ code: 'no-address', message: `This is no web address: ${wanted.slice(0, 80)}.` })
  }
  if (url.username !== '' || url.password !== '') {
    return refused({
      code: 'credentials',
      message:
        'This address holds a user name or a password. Meshwright sends neither; use an address without them.',
    })
  }
  // The same two names stand in the page's content security policy, which knows no IPv6 literals.
  const isLoopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
    const found = url.protocol.replace(/:$/, '')
    return refused({
      code: 'not-https',
      message: `This address begins with ${found}. Meshwright reads from https addresses, and from http on localhost or 127.0.0.1 alone.`,
    })
  }
  url.hash = ''
  return understood({ url, host: url.host })
}
