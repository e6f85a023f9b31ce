import type { BrokerId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import { connectorElement } from './parts/connectorElement.ts'
import { element } from './tree/node.ts'
import { Notes } from './notes.ts'
import { said } from './said.ts'
import { serialise } from './tree/serialise.ts'
import type { WrittenXml } from './written.ts'

/**
 * The `<networkConnectors>` element of one broker, alone: what is pasted into a configuration that is there already.
 * Empty where the broker declares none. `undefined` for an external broker, whose file is not ours to write, and for an
 * id that names no broker.
 */
export function writeNetworkConnectors(network: Network, id: BrokerId): WrittenXml | undefined {
  const broker = network.broker(id)
  if (!broker || broker.external) return undefined
  const notes = new Notes()
  const connectors = network.declaredOn(id).map((connector) => connectorElement(network, connector, notes))
  const written = serialise([element('networkConnectors', {}, connectors)], { declaration: false })
  return said(network, written, notes)
}
