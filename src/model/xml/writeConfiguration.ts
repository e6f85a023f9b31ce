import type { BrokerId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import { amazonDocument } from './documents/amazonDocument.ts'
import { fileNames } from './fileNames.ts'
import { Notes } from './notes.ts'
import { propertiesStub } from './documents/properties.ts'
import { said } from './said.ts'
import { selfManagedDocument } from './documents/selfManagedDocument.ts'
import { serialise } from './tree/serialise.ts'
import type { WrittenConfiguration } from './written.ts'

/**
 * The whole configuration of one broker. Self-managed: a complete `activemq.xml`, with a stub of the values it asks for.
 * Amazon MQ: a complete configuration that holds nothing AWS removes or refuses.
 * `undefined` for an external broker, whose file is not ours to write, and for an id that names no broker.
 *
 * @param instance - Which instance of a self-managed pair: 0 or 1. Elsewhere there is one file, and it changes nothing.
 */
export function writeConfiguration(
  network: Network,
  id: BrokerId,
  instance: 0 | 1 = 0,
): WrittenConfiguration | undefined {
  const broker = network.broker(id)
  const names = fileNames(network.design).get(id)
  if (!broker || broker.external || !names) return undefined
  const notes = new Notes()
  const options = { declaration: true }
  if (network.targetOf(id) === 'amazon-mq') {
    return said(network, serialise(amazonDocument(network, broker, notes), options), notes)
  }
  const at = instance < broker.instances.length ? instance : 0
  const nodes = selfManagedDocument(network, broker, at, names.properties, notes)
  const written = said(network, serialise(nodes, options), notes)
  const text = propertiesStub(names.configurations, written.placeholders)
  return text === undefined ? written : { ...written, properties: { name: names.properties, text } }
}
