import { parseDocument, type BrokerId, type Design } from '@meshwright/model'
import { makeTopology, TOPOLOGY_ENTRIES } from '@meshwright/model/gallery'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Case } from './play.ts'
import { pair, type Question } from './probe.ts'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'public', 'gallery')

/** Every topology of the gallery as it comes, and every published one, for a queue and a topic between all pairs. */
export function galleryCases(): readonly Case[] {
  const made = TOPOLOGY_ENTRIES.map(({ id }) => {
    const topology = makeTopology(id, {})
    if (!topology.ok) throw new Error(`The gallery cannot make ${id}: ${topology.problems[0].message}`)
    return { id, design: topology.value.design }
  })
  const published = readdirSync(FOLDER)
    .filter((name) => name !== 'index.json')
    .map((name) => name.replace('.json', ''))
    .map((id) => ({ id, design: publishedDesign(id) }))
  return [...made, ...published].map(({ id, design }) => ({ id, design, questions: allPairs(design) }))
}

/** A design of the gallery's folder. */
export function publishedDesign(id: string): Design {
  const read = parseDocument(JSON.parse(readFileSync(join(FOLDER, `${id}.json`), 'utf8')))
  if (!read.ok) throw new Error(`${id} cannot be read: ${read.problems[0].message}`)
  return read.value.design
}

/** A queue and a topic of its own for each ordered pair; at most some hundred, spread over large networks. */
export function allPairs(design: Design): readonly Question[] {
  const ids: readonly BrokerId[] = design.brokers.map(({ id }) => id)
  const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })))
  const step = Math.max(1, Math.ceil(pairs.length / 60))
  return pairs
    .filter((_, index) => index % step === 0)
    .flatMap(({ from, to }) => [
      pair(from, to, { kind: 'queue', name: `payments.${from}.${to}` }),
      pair(from, to, { kind: 'topic', name: `events.${from}.${to}` }),
    ])
}
