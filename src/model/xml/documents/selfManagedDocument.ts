import { isPair, type Broker } from '../../design/design.ts'
import { DEFAULT_SCHEME, transportOf } from '../../dialects/transport.ts'
import type { Network } from '../../network/network.ts'
import { CORE_NAMESPACE } from './amazonDocument.ts'
import { brokerAttribute, brokerAttributes } from '../parts/brokerAttributes.ts'
import { connectorElement } from '../parts/connectorElement.ts'
import { identityOf, writeIdentity } from '../parts/identity.ts'
import { comment, element, type XmlElement, type XmlNode } from '../tree/node.ts'
import type { Notes } from '../notes.ts'
import { passwordKey } from './passwordKey.ts'
import { policyElements } from '../parts/policyElements.ts'

const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance'
const BEANS_NAMESPACE = 'http://www.springframework.org/schema/beans'

/**
 * Both schemas under names without a version, which every engine from 5.15 to 6.3 maps to the copy it brings along;
 * a name that is not mapped would be fetched from the net, and without this attribute no broker finds its own element.
 */
const SCHEMA_LOCATION = [
  BEANS_NAMESPACE,
  `${BEANS_NAMESPACE}/spring-beans.xsd`,
  CORE_NAMESPACE,
  `${CORE_NAMESPACE}/activemq-core.xsd`,
].join(' ')

/**
 * The nodes of a complete `activemq.xml` for one instance of a self-managed broker. Around what the design sets it is
 * Apache's own default file, less the web console: that needs files of the installation, and a broker that lacks them
 * would not start.
 *
 * @param properties - Name of the file of values beside it.
 */
export function selfManagedDocument(
  network: Network,
  broker: Broker,
  instance: number,
  properties: string,
  notes: Notes,
): readonly XmlNode[] {
  const root = brokerElement(network, broker, instance, notes)
  const needsFile = notes.placeholders.some(({ text }) => text.startsWith('${'))
  const beans: XmlElement = {
    name: 'beans',
    attributes: [
      { name: 'xmlns', value: BEANS_NAMESPACE },
      { name: 'xmlns:xsi', value: INSTANCE_NAMESPACE },
      { name: 'xsi:schemaLocation', value: SCHEMA_LOCATION, namespace: INSTANCE_NAMESPACE },
    ],
    children: [
      comment(
        needsFile
          ? `\${…} are values of ${properties}, or else system properties.`
          : '${…} are system properties that the start script sets.',
      ),
      element(
        'bean',
        { class: 'org.springframework.beans.factory.config.PropertyPlaceholderConfigurer' },
        needsFile
          ? [element('property', { name: 'location', value: `file:\${activemq.conf}/${properties}` })]
          : [],
      ),
      root,
      comment('For the web console of an ActiveMQ installation add: <import resource="jetty.xml"/>'),
    ],
    spread: true,
  }
  return [
    writeIdentity(identityOf(network, broker, instance), {
      element: broker.id,
      attribute: 'comment',
      setting: 'name',
    }),
    beans,
  ]
}

function brokerElement(network: Network, broker: Broker, instance: number, notes: Notes): XmlElement {
  const connectors = network
    .declaredOn(broker.id)
    .map((connector) => connectorElement(network, connector, notes))
  notes.expressions(broker.name, broker.id)
  const children: readonly (XmlElement | undefined)[] = [
    policyElements(network, broker, notes),
    element('managementContext', {}, [element('managementContext', { createConnector: 'false' })]),
    connectors.length > 0 ? element('networkConnectors', {}, connectors) : undefined,
    persistenceAdapter(broker, notes),
    plugins(broker, notes),
    sslContext(broker, notes),
    systemUsage(),
    transportConnectors(broker, instance),
  ]
  return {
    name: 'broker',
    attributes: [
      { name: 'xmlns', value: CORE_NAMESPACE },
      brokerAttribute(broker, 'brokerName', broker.name, 'name'),
      { name: 'dataDirectory', value: '${activemq.data}' },
      ...brokerAttributes(network, broker, notes),
    ],
    children: children.filter((child) => child !== undefined),
    spread: true,
    about: { element: broker.id },
  }
}

/** A pair's instances take turns by a lock in the store, so it must be one directory that both can see. */
function persistenceAdapter(broker: Broker, notes: Notes): XmlElement | undefined {
  const pair = isPair(broker)
  if (broker.settings?.persistent === false) {
    if (pair) {
      notes.problem(
        'xml-pair-without-store',
        `${broker.name} is a pair without a store, so nothing keeps both instances from being active: make it persistent.`,
      )
    }
    return undefined
  }
  const directory = pair ? '${store.directory}' : '${activemq.data}/kahadb'
  if (pair) {
    notes.placeholder({
      kind: 'store',
      text: directory,
      broker: broker.id,
      message: `The directory that both instances of ${broker.name} share and can lock, such as an NFSv4 mount.`,
    })
  }
  return element('persistenceAdapter', {}, [element('kahaDB', { directory })])
}

function plugins(broker: Broker, notes: Notes): XmlElement | undefined {
  if (broker.settings?.authorization) {
    notes.problem(
      'xml-authorization',
      `${broker.name} has an authorization map, which is not written: add it by hand, with the rights of the bridge user.`,
    )
  }
  const users = [...new Set(broker.settings?.users)]
  if (users.length === 0) return undefined
  const known = users.map((user) => {
    const text = `\${${passwordKey(user)}}`
    notes.placeholder({
      kind: 'password',
      text,
      broker: broker.id,
      message: `The password of the user ${user}.`,
    })
    return element('authenticationUser', { username: user, password: text })
  })
  const about = { element: broker.id, attribute: 'simpleAuthenticationPlugin', setting: 'users' }
  return element('plugins', {}, [
    element('simpleAuthenticationPlugin', {}, [element('users', {}, known)], about),
  ])
}

/** A broker that listens with TLS needs a certificate of its own; measured with ssl, nio+ssl and auto+nio+ssl on 5.17.7 and 6.3.1. */
function sslContext(broker: Broker, notes: Notes): XmlElement | undefined {
  const listensWithTls = broker.instances.some(({ scheme = DEFAULT_SCHEME }) => transportOf(scheme).tls)
  if (!listensWithTls) return undefined
  const attributes: Record<string, string> = {}
  for (const { store, file, what } of STORES) {
    const text = `\${tls.${store}Password}`
    attributes[store] = `file:\${activemq.conf}/${file}`
    attributes[`${store}Password`] = text
    notes.placeholder({
      kind: 'tls',
      text,
      broker: broker.id,
      message: `The password of ${file}, the ${what} store of ${broker.name} in its conf directory.`,
    })
  }
  return element('sslContext', {}, [element('sslContext', attributes)])
}

/** The names that the stores have in Apache's distribution. */
const STORES = [
  { store: 'keyStore', file: 'broker.ks', what: 'key' },
  { store: 'trustStore', file: 'broker.ts', what: 'trust' },
] as const

function systemUsage(): XmlElement {
  const limits = [
    element('memoryUsage', {}, [element('memoryUsage', { percentOfJvmHeap: '70' })]),
    element('storeUsage', {}, [element('storeUsage', { limit: '100 gb' })]),
    element('tempUsage', {}, [element('tempUsage', { limit: '50 gb' })]),
  ]
  return element('systemUsage', {}, [element('systemUsage', {}, limits)])
}

/** Where an instance listens: on every address of its machine, since what a design names is how others reach it. */
function transportConnectors(broker: Broker, instance: number): XmlElement {
  const scheme = broker.instances[instance]?.scheme ?? DEFAULT_SCHEME
  const { port, openWire, needs } = transportOf(scheme)
  const options = needs ? '' : '?maximumConnections=1000&wireFormat.maxFrameSize=104857600'
  const uri = `${scheme}://0.0.0.0:${broker.instances[instance]?.port ?? port}${options}`
  const connector = element('transportConnector', { name: openWire ? 'openwire' : scheme, uri }, [], {
    element: broker.id,
    attribute: 'transportConnector',
    setting: 'instances',
  })
  return element('transportConnectors', {}, [connector])
}
