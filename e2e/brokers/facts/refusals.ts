import { takePorts } from '../ports.ts'
import type { Fact, Lab } from './fact.ts'

const NAMESPACE = 'http://activemq.apache.org/schema/core'

/** A broker document around these children. */
function document(attributes: string, children: string, location = 'activemq-core.xsd'): string {
  return [
    `<broker xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
    ` xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/${location}"`,
    ` brokerName="a" persistent="false" useShutdownHook="false" ${attributes}>${children}</broker>`,
  ].join('')
}

/** `starts`, or the one of these phrases that the refusal contains, or all its words. */
async function outcome(lab: Lab, xml: string, phrases: readonly string[]): Promise<string> {
  const [broker] = await lab.runner.write([{ label: 'a', xml }])
  if (!broker) return 'nothing written'
  const { results } = await lab.runner.perform([{ do: 'start', brokers: [broker] }, { do: 'stop' }])
  const words = (results[0] as Record<string, string>)['a'] ?? ''
  if (words === 'started') return 'starts'
  return `refuses: ${phrases.find((phrase) => words.includes(phrase)) ?? words}`
}

function connector(attributes: string, children = ''): string {
  return `<networkConnectors><networkConnector ${attributes}>${children}</networkConnector></networkConnectors>`
}

function two(first: string, second: string): string {
  return `<networkConnectors>${alone(first)}${alone(second)}</networkConnectors>`
}

function alone(attributes: string): string {
  return `<networkConnector ${attributes} uri="static:(${nobody()})"/>`
}

/** Nothing listens there, which keeps no broker from starting. */
const nobody = (): string => `tcp://127.0.0.1:${takePorts(['nobody']).nobody}`

interface Case {
  readonly id: string
  readonly says: string
  /** Words of the refusal; empty where the broker starts. */
  readonly phrase: string
  readonly xml: () => string
  readonly except?: Fact['except']
}

const cases: readonly Case[] = [
  {
    id: 'refuses-duplicate-connector-name',
    says: 'Two connectors with one name keep the broker from starting.',
    phrase: "Bean name 'n' is already used",
    xml: () => document('useJmx="true"', two('name="n"', 'name="n"')),
  },
  {
    id: 'refuses-two-unnamed-connectors',
    says: 'Two connectors without a name have the same name.',
    phrase: 'InstanceAlreadyExistsException',
    xml: () => document('useJmx="true"', two('', '')),
  },
  {
    id: 'refuses-duplicate-connector-name-without-jmx',
    says: 'JMX or not: names are unique in the file before they are names of connectors.',
    phrase: "Bean name 'n' is already used",
    xml: () => document('useJmx="false"', two('name="n"', 'name="n"')),
  },
  {
    id: 'starts-two-unnamed-connectors-without-jmx',
    says: 'Without JMX two connectors without a name keep no broker from starting.',
    phrase: '',
    xml: () => document('useJmx="false"', two('', '')),
  },
  {
    id: 'refuses-unnamed-beside-nc',
    says: 'A connector without a name is called NC, and collides with one that is called so.',
    phrase: 'InstanceAlreadyExistsException',
    xml: () => document('useJmx="true"', two('', 'name="NC"')),
  },
  {
    id: 'refuses-connector-named-as-transport',
    says: 'A network connector with the name of a transport connector keeps the broker from starting.',
    phrase: "Bean name 'n' is already used",
    xml: () =>
      document(
        '',
        `${connector(`name="n" uri="static:(${nobody()})"`)}<transportConnectors><transportConnector name="n" uri="${nobody()}"/></transportConnectors>`,
      ),
  },
  {
    id: 'refuses-connector-named-broker',
    says: 'A connector named broker is taken for the broker itself.',
    phrase: 'cannot be cast to class org.apache.activemq.broker.BrokerService',
    xml: () => document('', connector(`name="broker" uri="static:(${nobody()})"`)),
  },
  {
    id: 'starts-connector-named-as-broker',
    says: 'A connector with the name of its broker is nothing special.',
    phrase: '',
    xml: () => document('', connector(`name="a" uri="static:(${nobody()})"`)),
  },
  {
    id: 'refuses-names-that-share-a-part',
    says: 'Comma, semicolon and blank divide a name into several: "x,y" collides with "y".',
    phrase: "Bean name 'y' is already used",
    xml: () => document('', two('name="x,y"', 'name="y"')),
  },
  {
    id: 'starts-names-that-differ-in-case',
    says: 'Names that differ in case are different.',
    phrase: '',
    xml: () => document('useJmx="true"', two('name="n"', 'name="N"')),
  },
  {
    id: 'refuses-blank-in-uri',
    says: 'A blank inside the list of a URI keeps the broker from starting.',
    phrase: 'URISyntaxException',
    xml: () => document('', connector(`name="n" uri="static:(${nobody()}, ${nobody()})"`)),
  },
  {
    id: 'refuses-blank-in-masterslave-uri',
    says: 'The same in a masterslave list.',
    phrase: 'URISyntaxException',
    xml: () => document('', connector(`name="n" uri="masterslave:(${nobody()}, ${nobody()})"`)),
  },
  {
    id: 'refuses-bare-tcp-uri',
    says: 'A tcp address without static:() keeps the broker from starting.',
    phrase: 'DiscoveryAgent scheme NOT recognized',
    xml: () => document('', connector(`name="n" uri="${nobody()}"`)),
  },
  {
    id: 'refuses-bare-failover-uri',
    says: 'A failover list without static:() keeps the broker from starting.',
    phrase: 'DiscoveryAgent scheme NOT recognized',
    xml: () => document('', connector(`name="n" uri="failover:(${nobody()},${nobody()})"`)),
  },
  {
    id: 'refuses-masterslave-with-one',
    says: 'masterslave with one address keeps the broker from starting.',
    phrase: 'Expecting at least 2 arguments',
    xml: () => document('', connector(`name="n" uri="masterslave:(${nobody()})"`)),
  },
  {
    id: 'refuses-missing-uri',
    says: 'A connector without a URI keeps the broker from starting.',
    phrase: 'discoveryAgent',
    xml: () => document('', connector('name="n"')),
  },
  {
    id: 'starts-with-empty-static',
    says: 'static:() with nothing in it starts and connects to nobody.',
    phrase: '',
    xml: () => document('', connector('name="n" uri="static:()"')),
  },
  {
    id: 'refuses-unknown-attribute',
    says: 'An unknown attribute keeps the broker from starting.',
    phrase: "Attribute 'networkTtl' is not allowed",
    xml: () => document('', connector(`name="n" networkTtl="2" uri="static:(${nobody()})"`)),
  },
  {
    id: 'refuses-duplex-in-capitals',
    says: 'A truth in capitals keeps the broker from starting.',
    phrase: "'TRUE' is not a valid value for 'boolean'",
    xml: () => document('', connector(`name="n" duplex="TRUE" uri="static:(${nobody()})"`)),
  },
  {
    id: 'starts-with-duplex-one',
    says: 'duplex="1" is true as well.',
    phrase: '',
    xml: () => document('', connector(`name="n" duplex="1" uri="static:(${nobody()})"`)),
  },
  {
    id: 'refuses-prefetch-zero',
    says: 'prefetchSize 0 keeps the broker from starting.',
    phrase: 'prefetchSize must be > 0',
    xml: () => document('', connector(`name="n" prefetchSize="0" uri="static:(${nobody()})"`)),
  },
  {
    id: 'refuses-filter-factory-without-wrapper',
    says: 'A replay filter needs the wrapper element networkBridgeFilterFactory.',
    phrase: 'conditionalNetworkBridgeFilterFactory',
    xml: () =>
      document(
        '',
        '<destinationPolicy><policyMap><policyEntries><policyEntry queue=">"><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/></policyEntry></policyEntries></policyMap></destinationPolicy>',
      ),
  },
  {
    id: 'starts-with-wrapped-filter-factory',
    says: 'With its wrapper the broker accepts it.',
    phrase: '',
    xml: () =>
      document(
        '',
        '<destinationPolicy><policyMap><policyEntries><policyEntry queue=">"><networkBridgeFilterFactory><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/></networkBridgeFilterFactory></policyEntry></policyEntries></policyMap></destinationPolicy>',
      ),
  },
  {
    id: 'refuses-empty-physical-name',
    says: 'An empty physicalName keeps the broker from starting.',
    phrase: 'destination name',
    xml: () =>
      document(
        '',
        connector(
          `name="n" uri="static:(${nobody()})"`,
          '<dynamicallyIncludedDestinations><queue physicalName=""/></dynamicallyIncludedDestinations>',
        ),
      ),
  },
  {
    id: 'refuses-empty-topic-name',
    says: 'That of a topic too.',
    phrase: 'destination name',
    xml: () =>
      document(
        '',
        connector(
          `name="n" uri="static:(${nobody()})"`,
          '<excludedDestinations><topic physicalName=""/></excludedDestinations>',
        ),
      ),
  },
  {
    id: 'starts-with-queue-name',
    says: 'queue name="…" instead of physicalName is accepted (and means no queue).',
    phrase: '',
    xml: () =>
      document(
        '',
        connector(
          `name="n" uri="static:(${nobody()})"`,
          '<dynamicallyIncludedDestinations><queue name="q"/></dynamicallyIncludedDestinations>',
        ),
      ),
  },
  {
    id: 'refuses-connector-outside-its-list',
    says: 'A networkConnector directly in broker keeps it from starting.',
    phrase: "starting with element '",
    xml: () => document('', `<networkConnector name="n" uri="static:(${nobody()})"/>`),
  },
  {
    id: 'refuses-auto-start',
    says: 'autoStart is an attribute from 5.19 on.',
    phrase: "Attribute 'autoStart' is not allowed",
    xml: () => document('', connector(`name="n" autoStart="false" uri="static:(${nobody()})"`)),
    except: { '5.19.1': 'starts', '6.3.1': 'starts' },
  },
  {
    id: 'refuses-missing-schema-location',
    says: 'A document without a schemaLocation keeps the broker from starting.',
    phrase: "Cannot find the declaration of element 'broker'",
    xml: () => document('', '').replace(/xsi:schemaLocation="[^"]*"/, ''),
  },
  {
    id: 'starts-with-schema-of-5-17',
    says: 'A schemaLocation that names the schema of 5.17.0 is known to 5.x, and no longer to 6.3.',
    phrase: '',
    xml: () => document('', '', 'activemq-core-5.17.0.xsd'),
    except: { '6.3.1': "refuses: Cannot find the declaration of element 'broker'" },
  },
  {
    id: 'starts-with-odd-broker-name',
    says: 'A broker name with other characters than letters, digits, . _ : - starts, under a name with _ instead.',
    phrase: '',
    xml: () => document('', '').replace('brokerName="a"', 'brokerName="a b/c"'),
  },
  {
    id: 'starts-with-two-connector-lists',
    says: 'Two networkConnectors elements keep no broker from starting (the first is lost).',
    phrase: '',
    xml: () =>
      document(
        '',
        `${connector(`name="n" uri="static:(${nobody()})"`)}${connector(`name="m" uri="static:(${nobody()})"`)}`,
      ),
  },
]

/** What keeps a broker from starting, and what does not though one might think so. */
export const refusals: readonly Fact[] = cases.map(({ id, says, phrase, xml, except }) => {
  const expected = phrase === '' ? 'starts' : `refuses: ${phrase}`
  const phrases = [expected, ...Object.values(except ?? {})]
    .filter((text) => text.startsWith('refuses: '))
    .map((text) => text.slice('refuses: '.length))
  return { id, says, measure: (lab) => outcome(lab, xml(), phrases), expected, ...(except && { except }) }
})
