/** What a broker is called when its file names none: the file's name without folders and endings. */
export function nameOfFile(path: string): string {
  const base = path.split(/[\\/]/).at(-1) ?? path
  const bare = base.replace(/(\.networkConnectors)?\.(xml|json|ya?ml|template|txt|md|conf)(\.[\w-]+)?$/i, '')
  return bare === '' ? base : bare
}

/** Folders of a path, the innermost first; those that say nothing of a broker are left out. */
export function foldersOf(path: string): readonly string[] {
  return path
    .split(/[\\/]/)
    .slice(0, -1)
    .toReversed()
    .filter(
      (folder) => !GENERIC.has(folder.toLowerCase()) && folder !== '' && folder !== '.' && folder !== '..',
    )
    .slice(0, 2)
}

const GENERIC: ReadonlySet<string> = new Set([
  'conf',
  'config',
  'etc',
  'src',
  'main',
  'test',
  'resources',
  'activemq',
  'tmp',
  'home',
])

/** Words that stand in many names and tell no broker from another. */
export const COMMON: ReadonlySet<string> = new Set([
  ...GENERIC,
  'broker',
  'brokers',
  'amq',
  'mq',
  'queue',
  'server',
  'host',
  'node',
  'localhost',
  'local',
  'apache',
  'com',
  'net',
  'org',
  'example',
  'connector',
  'network',
  'static',
  'dynamic',
  'ssl',
  'tcp',
  'openwire',
  'endpoint',
  'the',
])

/** A name in lower case letters and digits alone. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The words of a name: parted at signs, at capitals and between letters and digits. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** A name as it is compared: worked out once, since each is compared with every place. */
interface Compared {
  readonly plain: string
  readonly words: readonly string[]
  /** What the last words of it are together: `1b`, `broker1b` of `broker-1B`. */
  readonly tails: ReadonlySet<string>
  readonly number: number | undefined
}

/** Longer tails than of these words are the name itself. */
const MOST_TAILS = 4

/** What the last words of a name are together: `b`, `1b`, `broker1b` of `broker-1B`. */
export function tailsOf(words: readonly string[]): readonly string[] {
  return words.slice(-MOST_TAILS).map((_, index, last) => last.slice(index).join(''))
}

const compared = new WeakMap<readonly string[], readonly Compared[]>()

function comparedOf(names: readonly string[]): readonly Compared[] {
  let known = compared.get(names)
  if (!known) {
    known = names.map((name) => {
      const number = /(\d+)$/.exec(name)?.[1]
      const words = wordsOf(name)
      return {
        plain: plain(name),
        words,
        tails: new Set(tailsOf(words)),
        number: number === undefined ? undefined : Number(number),
      }
    })
    compared.set(names, known)
  }
  return known
}

/**
 * How well a word names a broker that is called by some names: 3 the name itself, 2 the number or the last word of it,
 * 1 one of its words, 0 not at all.
 */
export function namesBroker(word: string, names: readonly string[]): 0 | 1 | 2 | 3 {
  return namesBrokerPlainly(plain(word), names)
}

/** As `namesBroker`, for a word that is plain already. */
export function namesBrokerPlainly(wanted: string, names: readonly string[]): 0 | 1 | 2 | 3 {
  if (wanted === '' || wanted.length > LONGEST) return 0
  const digits = /^\d+$/.test(wanted) ? Number(wanted) : undefined
  const common = COMMON.has(wanted)
  let best: 0 | 1 | 2 | 3 = 0
  for (const { plain: name, words, tails, number } of comparedOf(names)) {
    if (name === wanted) return 3
    if (digits !== undefined) {
      if (number === digits) best = 2
    } else if (!common) {
      if (tails.has(wanted)) best = 2
      else if (best === 0 && words.includes(wanted)) best = 1
    }
  }
  return best
}

/** A host as it is compared with names of brokers. */
export interface HostWords {
  readonly plain: readonly string[]
  readonly words: readonly string[]
  readonly telling: readonly string[]
  /** Of a first part that ends in a number, what stands before it: `orders` of `orders2.example.com`. */
  readonly stem?: string
}

/** The words of a host name; `undefined` for an address in numbers, which names nobody. */
export function hostWords(host: string): HostWords | undefined {
  const labels = host.split('.')
  const [first = ''] = labels
  if (/^\d+$/.test(labels.at(-1) ?? '') || host.includes(':') || host.length > LONGEST) return undefined
  const stem = /^(.*[^\d])\d{1,3}$/.exec(first)?.[1]
  return {
    ...(stem === undefined ? {} : { stem: plain(stem) }),
    plain: [plain(first), plain(host)],
    words: wordsOf(host),
    telling: wordsOf(first).filter((word) => !COMMON.has(word) && word.length > 1),
  }
}

/** How well a host name names a broker: 3 its first part is the name, 2 the name is a part of it, 1 they share a telling word. */
export function hostNamesBroker(host: HostWords | undefined, names: readonly string[]): 0 | 1 | 2 | 3 {
  if (!host) return 0
  let best: 0 | 1 | 2 | 3 = 0
  for (const { plain: wanted, words } of comparedOf(names)) {
    if (wanted === '' || COMMON.has(wanted)) continue
    if (host.plain.includes(wanted)) return 3
    if (containsInOrder(host.words, words)) best = 2
    else if (best < 2 && host.telling.some((word) => words.includes(word))) best = 1
  }
  return best
}

/** Tells whether a host is called as a broker with a number behind it, as those of a pair's instances often are. */
export function hostNumbersBroker(host: HostWords | undefined, names: readonly string[]): boolean {
  const stem = host?.stem
  if (stem === undefined || stem === '' || COMMON.has(stem)) return false
  return comparedOf(names).some((name) => name.plain === stem)
}

function containsInOrder(words: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false
  return words.some((_, index) => part.every((word, offset) => words[index + offset] === word))
}

/** No name of a person's making is longer; looking for words in one would take long and find nothing. */
const LONGEST = 300

export interface Ends {
  readonly from?: string
  readonly to?: string
}

/** What a connector's name says of its ends: `connector_1_to_2`, `to-A`, `A-B`, `Q:b1->b2`, `hub_and_spoke_3`. */
export function endsInName(name: string | undefined): readonly Ends[] {
  if (name === undefined || name.length > LONGEST) return []
  const bare = name
    .replace(/^[qt](ueues?|opics?)?[:_\-. ]+/i, '')
    .replace(/[:_\-. ]+(q|t|queues?|topics?|nc)$/i, '')
  const found: Ends[] = []
  const between =
    /^(.*?)[-_. ]+(?:to|2)[-_. ]+(.+)$/i.exec(bare) ??
    /^(.+?)\s*(?:->|=>|→)\s*(.+)$/.exec(bare) ??
    /^(.+?)To(?=[A-Z0-9])(.+)$/.exec(bare)
  if (between?.[2]) {
    const from = between[1] ?? ''
    // A number alone is a broker by number; `connector_1` is that number too.
    found.push({ ...(from === '' ? {} : { from }), to: between[2] })
    const number = /(?:^|[^\p{L}\p{N}])(\p{N}+|\p{L})$/u.exec(from)?.[1]
    if (number !== undefined && number !== from) found.push({ from: number, to: between[2] })
    return found
  }
  const towards = /^to[-_. ]+(.+)$/i.exec(bare)?.[1]
  if (towards !== undefined) return [{ to: towards }]
  const parted = /^([^-_.: ]+)[-_.: ]+([^-_.: ]+)$/.exec(bare)
  if (parted?.[1] && parted[2]) found.push({ from: parted[1], to: parted[2] })
  const number = /(\d+)$/.exec(bare)?.[1]
  if (number !== undefined && /[-_. ]\d+$/.test(bare)) found.push({ to: number })
  found.push({ to: bare })
  return found
}

/** How many folders two paths begin with alike; one more where they are in the same folder. */
export function foldersShared(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => path.split(/[\\/]/).slice(0, -1))
  if (!left || !right) return 0
  let shared = 0
  while (shared < left.length && left[shared] === right[shared]) shared++
  return shared + (left.length === right.length && shared === left.length ? 1 : 0)
}
