import { baseOf, filesNamedIn } from './placeholderValues.ts'
import { holdsPlaceholder } from './properties.ts'
import type { Notebook, SourceBroker } from './source.ts'
import { findElements, type XmlElement } from '../text/xmlTree.ts'

/**
 * Tells files of engines that have a like name and another way of joining brokers.
 * @returns Whether the document is one of Artemis, which has been noted.
 */
export function noteArtemis(roots: readonly XmlElement[], notes: Notebook): boolean {
  const [root] = roots
  const ofArtemis =
    root !== undefined &&
    ((root.local === 'configuration' && /^urn:(activemq|hornetq)/.test(root.namespace)) ||
      (root.namespace.startsWith('urn:activemq:core') && root.local === 'core') ||
      (root.local === 'broker' &&
        root.children.some(({ local }) => local === 'jaas-security' || local === 'server')))
  if (!ofArtemis) return false
  notes.add(
    'artemis',
    'This file configures ActiveMQ Artemis, which is another engine: it has clusters and broker connections and no network of brokers, so it was left aside. Here brokers of ActiveMQ Classic are read.',
    root.line,
  )
  return true
}

/** A broker that is put together of Spring's own beans has no elements that are read here. */
export function noteBeans(roots: readonly XmlElement[], notes: Notebook): boolean {
  const [bean] = findElements(roots, (element) =>
    /^org\.apache\.activemq\.(broker\.(BrokerService|SslBrokerService)|network\.\w*NetworkConnector)$/.test(
      element.attributes.get('class') ?? '',
    ),
  )
  if (!bean) return false
  notes.add(
    'broker-as-bean',
    `This broker is put together of Spring beans (${bean.attributes.get('class')}), which are not read here. Write it as <broker> and <networkConnector> elements to import it.`,
    bean.line,
  )
  return true
}

/** Parts that have nothing to say of a network. */
const HARMLESS = /jetty|camel|log4j|logback|security|credentials/i

/** Files that a configuration takes in are never followed; what they may hold is said. */
export function noteIncludes(roots: readonly XmlElement[], notes: Notebook): void {
  const taken = findElements(
    roots,
    ({ local, attributes, namespace }) =>
      (local === 'import' && attributes.has('resource')) ||
      (local === 'include' && attributes.has('href') && (namespace === '' || /XInclude/i.test(namespace))),
  )
  for (const { attributes, line, name } of taken.slice(0, 20)) {
    const file = attributes.get('resource') ?? attributes.get('href') ?? ''
    if (HARMLESS.test(file)) continue
    notes.add(
      'include',
      `<${name}> takes in ${file.slice(0, 100)}, which is not followed. If connectors stand in it, they are known only where that file is imported too.`,
      line,
    )
  }
}

/** Names the files that a configuration takes its values from, where some are open and none of those files is here. */
export function noteMissingValues(
  text: string,
  brokers: readonly SourceBroker[],
  paths: readonly string[],
  notes: Notebook,
): void {
  const open = brokers
    .flatMap(({ brokerName, connectors }) => [
      brokerName,
      ...connectors.flatMap(({ name, uri }) => [name, uri]),
    ])
    .find((value) => value !== undefined && /\$\{(?!env[.:])/.test(value) && holdsPlaceholder(value))
  if (open === undefined) return
  const here = new Set(paths.map(baseOf))
  const missing = [...filesNamedIn(text)].filter((name) => !here.has(name))
  if (missing.length === 0) return
  notes.add(
    'values-missing',
    `${open.slice(0, 100)} takes its value from ${missing.slice(0, 3).join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not among these files. Add ${missing.length === 1 ? 'it' : 'them'} to see where connectors lead.`,
  )
}
