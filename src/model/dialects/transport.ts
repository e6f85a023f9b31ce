/** A scheme that a transport connector can listen with, and how a connector or a client reaches it. */
export interface TransportRow {
  /** The port that is filled in where a design names none. */
  readonly port: number
  readonly tls: boolean
  /** Bridges and OpenWire clients can connect to it. */
  readonly openWire: boolean
  /** The scheme that the connecting side writes. */
  readonly connectWith: string
  /** A library that is not part of a plain broker. */
  readonly needs?: string
  readonly source: string
}

const CLIENT = 'activemq-client META-INF/services/org/apache/activemq/transport (5.17.7 and 6.3.1 read)'
const BROKER = 'activemq-broker META-INF/services/org/apache/activemq/transport (5.17.7 and 6.3.1 read)'
const CONF = "Apache's own conf/activemq.xml"

/**
 * Schemes of transport connectors. `nio` and `auto` are ways to listen: from outside they are plain TCP or TLS, and
 * the scheme to connect with is one that every client has (measured on 5.17.2: `tcp` reaches an `auto` connector).
 */
export const TRANSPORTS: Readonly<Record<string, TransportRow>> = {
  tcp: { port: 61616, tls: false, openWire: true, connectWith: 'tcp', source: `${CLIENT}; port: ${CONF}` },
  ssl: { port: 61617, tls: true, openWire: true, connectWith: 'ssl', source: `${CLIENT}; port: Amazon MQ's` },
  nio: { port: 61616, tls: false, openWire: true, connectWith: 'tcp', source: CLIENT },
  'nio+ssl': { port: 61617, tls: true, openWire: true, connectWith: 'ssl', source: CLIENT },
  auto: {
    port: 61616,
    tls: false,
    openWire: true,
    connectWith: 'tcp',
    source: `${BROKER}; measured on 5.17.2`,
  },
  'auto+nio': { port: 61616, tls: false, openWire: true, connectWith: 'tcp', source: BROKER },
  'auto+ssl': { port: 61617, tls: true, openWire: true, connectWith: 'ssl', source: BROKER },
  'auto+nio+ssl': { port: 61617, tls: true, openWire: true, connectWith: 'ssl', source: BROKER },
  http: {
    port: 8080,
    tls: false,
    openWire: true,
    connectWith: 'http',
    needs: 'activemq-http',
    source: 'activemq-http META-INF/services/org/apache/activemq/transport',
  },
  https: {
    port: 8443,
    tls: true,
    openWire: true,
    connectWith: 'https',
    needs: 'activemq-http',
    source: 'activemq-http META-INF/services/org/apache/activemq/transport',
  },
  amqp: notOpenWire(5672, false, 'amqp', CONF),
  'amqp+ssl': notOpenWire(5671, true, 'amqp+ssl', "Amazon MQ's port"),
  stomp: notOpenWire(61613, false, 'stomp', CONF),
  'stomp+ssl': notOpenWire(61614, true, 'stomp+ssl', "Amazon MQ's port"),
  mqtt: notOpenWire(1883, false, 'mqtt', CONF),
  'mqtt+ssl': notOpenWire(8883, true, 'mqtt+ssl', "Amazon MQ's port"),
  ws: notOpenWire(61614, false, 'ws', CONF),
  wss: notOpenWire(61619, true, 'wss', "Amazon MQ's port"),
}

/** Plain OpenWire: what an address has when nobody said otherwise. */
export const DEFAULT_SCHEME = 'tcp'

/** What is known of a scheme; one that nobody knows counts as plain OpenWire and is connected to as it is written. */
export function transportOf(scheme: string): TransportRow {
  return (
    (Object.hasOwn(TRANSPORTS, scheme) ? TRANSPORTS[scheme] : undefined) ?? {
      port: 61616,
      tls: scheme.includes('ssl'),
      openWire: true,
      connectWith: scheme,
      source: 'unknown scheme',
    }
  )
}

function notOpenWire(port: number, tls: boolean, connectWith: string, source: string): TransportRow {
  return { port, tls, openWire: false, connectWith, source }
}
