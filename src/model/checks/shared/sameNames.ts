import { effectiveName, remotesOf, type Connector } from '../../design/design.ts'
import type { Network } from '../../network/network.ts'
import type { Hit, QuickFix } from '../check.ts'
import { freeConnectorName } from '../fixes/fixes.ts'
import { doubleLinks, spare } from '../shape/links.ts'
import { brokerName, spelled, connectorOn } from '../../words.ts'

/** A duplex connector and one of the same name that comes back: both make the same client id, and one is refused. */
export interface SameName {
  readonly duplex: Connector
  readonly back: Connector
}

/** Every such two, each once, by whether the one that comes back is duplex as well. */
export function sameNames(network: Network, both: boolean): readonly SameName[] {
  const found: SameName[] = []
  const seen = new Set<string>()
  for (const { connector, from, to } of network.bridges) {
    if (!connector.settings.duplex || from !== connector.from) continue
    for (const back of network.declaredOn(to)) {
      if (back.id === connector.id || !remotesOf(back).includes(from)) continue
      if ((back.settings.duplex === true) !== both) continue
      if (effectiveName(back) !== effectiveName(connector) || seen.has(`${back.id} ${connector.id}`)) continue
      seen.add(`${connector.id} ${back.id}`)
      seen.add(`${back.id} ${connector.id}`)
      found.push({ duplex: connector, back })
    }
  }
  return found
}

/** The hit for two such connectors. */
export function sameNameHit(network: Network, { duplex, back }: SameName, happens: string): Hit {
  const fix = fixOf(network, duplex, back)
  return {
    at: [
      { connector: duplex.id, setting: 'name' },
      { connector: back.id, setting: 'name' },
    ],
    message: `${brokerName(network, duplex.from)} and ${brokerName(network, back.from)} each declare a connector named ${spelled(effectiveName(duplex))} toward the other: ${happens}.`,
    ...(fix ? { fix } : {}),
  }
}

/** The one that is not needed goes; where both are, for different destinations, the one that comes back is renamed. */
function fixOf(network: Network, duplex: Connector, back: Connector): QuickFix | undefined {
  const link = doubleLinks(network).find(
    ({ first, second }) => (first === duplex && second === back) || (first === back && second === duplex),
  )
  // Alike, so that no bridge of the one that is refused is counted: it is not needed.
  if (!link && !network.bridges.some(({ connector }) => connector === back)) {
    return {
      label: `Remove ${connectorOn(network, back)}`,
      edits: [{ type: 'remove', ids: [back.id] }],
    }
  }
  if (!link) {
    return {
      label: `Rename the one on ${brokerName(network, back.from)}`,
      edits: [{ type: 'set-connector', id: back.id, fields: { name: freeConnectorName(network, back) } }],
    }
  }
  const dropped = spare(link)
  return (
    dropped && {
      label: `Remove ${connectorOn(network, dropped)}`,
      edits: [{ type: 'remove', ids: [dropped.id] }],
    }
  )
}
