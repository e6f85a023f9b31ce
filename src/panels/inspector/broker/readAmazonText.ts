/** What a pasted text from Amazon's console, an endpoint or an ARN says of a broker. */
export interface AmazonText {
  /** `b-…` */
  readonly brokerId: string
  readonly region?: string
  readonly name?: string
  /** The text names a second instance, so the broker is an active/standby pair. */
  readonly isPair: boolean
}

const HOST =
  /(b-[0-9a-z]+(?:-[0-9a-z]+){3}-[0-9a-z]+)-([12])\.mq\.([a-z0-9-]+)\.amazonaws\.(?:com\.cn|com|eu)\b/gi
const ARN = /arn:aws[a-z-]*:mq:([a-z0-9-]+):\d*:broker:([A-Za-z0-9_-]{1,50}):(b-[0-9a-z]+(?:-[0-9a-z]+){4})/
const ID = /\bb-[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}\b/i

/**
 * Finds the broker id in whatever people have at hand: the id, one endpoint or all of them, the console's address, an
 * ARN, or a page of the console copied whole.
 *
 * @returns What was understood, or one sentence that says what was looked for. Two brokers in one text are refused:
 * nobody can tell which was meant.
 * @source Amazon MQ developer guide, endpoints: `b-<id>-1.mq.<region>.amazonaws.com`, `-2` for the second instance
 */
export function readAmazonText(text: string): AmazonText | { readonly problem: string } {
  const hosts = [...text.matchAll(HOST)]
  const arn = ARN.exec(text)
  const ids = new Set(
    [...hosts.map((host) => host[1] ?? ''), arn?.[3] ?? '', ...bareIds(text)].filter(Boolean),
  )
  const [brokerId] = ids
  if (brokerId === undefined) {
    return {
      problem: 'No broker id was found. It looks like b-1234a5b6-78cd-… and stands in every endpoint.',
    }
  }
  if (ids.size > 1) {
    return { problem: `${ids.size} different broker ids were found. Paste the text of one broker.` }
  }
  const region = hosts[0]?.[3] ?? arn?.[1]
  return {
    brokerId,
    isPair: hosts.some((host) => host[2] === '2'),
    ...(region === undefined ? {} : { region }),
    ...(arn?.[2] === undefined ? {} : { name: arn[2] }),
  }
}

function bareIds(text: string): readonly string[] {
  const typed = text.trim()
  if (/^b-[0-9a-z-]{3,}$/i.test(typed)) return [typed.replace(/(-[0-9a-z]{12})-[12]$/i, '$1')]
  const found = ID.exec(text)
  return found ? [found[0]] : []
}
