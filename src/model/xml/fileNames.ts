import { isPair, type Design } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import { oncePer } from '../oncePer.ts'

/** What the files of one broker are called. */
export interface FileNames {
  /** The name they begin with, unique in the design whatever the case of its letters. */
  readonly base: string
  /** Whole documents: one, or one for each instance of a self-managed pair. */
  readonly configurations: readonly string[]
  /** The `<networkConnectors>` element alone. */
  readonly connectors: string
  /** Values of placeholders; a pair's two instances share it. */
  readonly properties: string
}

const LONGEST = 100

/**
 * The file names of every broker that is not external: its name, with `_` for characters outside `A-Za-z0-9._-`, and
 * `-2` where another broker has that name already (capitals do not tell two files apart on every system). Never a name
 * that begins with a dot or leads out of its folder.
 */
export const fileNames = oncePer((design: Design): ReadonlyMap<BrokerId, FileNames> => {
  const names = new Map<BrokerId, FileNames>()
  const taken = new Set<string>()
  for (const broker of design.brokers) {
    if (broker.external) continue
    const target = broker.target ?? design.target
    const endings = isPair(broker) && target === 'self-managed' ? ['-1', '-2'] : ['']
    const base = free(clean(broker.name), endings, taken)
    for (const name of [base, ...endings.map((ending) => base + ending)]) taken.add(name.toLowerCase())
    names.set(broker.id, {
      base,
      configurations: endings.map((ending) => `${base}${ending}.xml`),
      connectors: `${base}.networkConnectors.xml`,
      properties: `${base}.properties`,
    })
  }
  return names
})

function clean(name: string): string {
  const plain = name
    .slice(0, LONGEST)
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^\.+/, (dots) => '_'.repeat(dots.length))
  return plain === '' ? '_' : plain
}

function free(base: string, endings: readonly string[], taken: ReadonlySet<string>): string {
  const isFree = (candidate: string) =>
    ['', ...endings].every((ending) => !taken.has((candidate + ending).toLowerCase()))
  if (isFree(base)) return base
  let number = 2
  while (!isFree(`${base}-${number}`)) number++
  return `${base}-${number}`
}
