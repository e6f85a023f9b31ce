import type { Broker } from '../../design/design.ts'
import type { Network } from '../../network/network.ts'
import { brokerAttributes } from '../parts/brokerAttributes.ts'
import { connectorElement } from '../parts/connectorElement.ts'
import { identityOf, writeIdentity } from '../parts/identity.ts'
import { element, type XmlNode } from '../tree/node.ts'
import type { Notes } from '../notes.ts'
import { policyElements } from '../parts/policyElements.ts'

export const CORE_NAMESPACE = 'http://activemq.apache.org/schema/core'

/**
 * The nodes of a whole configuration for Amazon MQ. A configuration replaces the one that AWS gives a new broker, so
 * what stands in that one is kept: destinations that nobody uses are removed, slow topic consumers are limited.
 */
export function amazonDocument(network: Network, broker: Broker, notes: Notes): readonly XmlNode[] {
  if (broker.settings?.authorization) {
    notes.problem(
      'xml-authorization',
      `${broker.name} has an authorization map, which is not written: add it by hand, with the rights of the bridge user.`,
    )
  }
  const connectors = network
    .declaredOn(broker.id)
    .map((connector) => connectorElement(network, connector, notes))
  const root = {
    name: 'broker',
    attributes: [
      { name: 'xmlns', value: CORE_NAMESPACE },
      { name: 'schedulePeriodForDestinationPurge', value: '10000' },
      ...brokerAttributes(network, broker, notes),
    ],
    children: [
      policyElements(network, broker, notes),
      ...(connectors.length > 0 ? [element('networkConnectors', {}, connectors)] : []),
      element('plugins'),
    ],
    spread: true,
    about: { element: broker.id },
  }
  return [
    writeIdentity(identityOf(network, broker, 0), {
      element: broker.id,
      attribute: 'comment',
      setting: 'name',
    }),
    root,
  ]
}
