import { networkOf, type Design } from '@meshwright/model'
import { writeConfiguration } from '@meshwright/model/xml'
import * as fc from 'fast-check'
import { arbitraryDesign } from '../../../src/model/fixtures/arbitraryDesign.ts'
import { validate } from '../schema.ts'
import type { Version } from '../versions.ts'
import { galleryCases } from './gallery.ts'

/** How many random designs each version's schema is asked about. */
const DESIGNS = 500

export interface SchemaTally {
  readonly documents: number
  /** What a schema objects to, a line each. */
  readonly objections: readonly string[]
}

/**
 * Holds the `<broker>` of whole self-managed documents against the schema inside this version's own artifacts: every
 * gallery topology, and random designs, always the same ones.
 */
export async function holdAgainstSchema(version: Version): Promise<SchemaTally> {
  const gallery = galleryCases().map(({ design }) => design)
  // Attributes that no table knows are written back as somebody wrote them, and a check says that no broker takes them.
  const random = fc.sample(arbitraryDesign({ oddities: false }), { numRuns: DESIGNS, seed: 20261121 })
  const objections: string[] = []
  let documents = 0
  for (const design of [...gallery, ...random]) {
    const here: Design = {
      ...design,
      target: 'self-managed',
      engine: version,
      brokers: design.brokers.map(({ target: _target, engine: _engine, ...rest }) => rest),
    }
    const network = networkOf(here)
    for (const { id } of here.brokers) {
      const text = writeConfiguration(network, id)?.text
      const broker = text === undefined ? undefined : /<broker\n[^]*<\/broker>/.exec(text)?.[0]
      if (text !== undefined && broker === undefined)
        objections.push(`${design.name}, ${id}: there is no <broker> in it`)
      if (broker === undefined) continue
      documents += 1
      for (const words of await validate(version, broker)) objections.push(`${design.name}, ${id}: ${words}`)
    }
  }
  return { documents, objections }
}
