/** How the discovery agent in a connector's address behaves; one row an option. */
export interface DiscoveryOptionRow {
  readonly name: string
  readonly type: 'boolean' | 'integer'
  readonly unit?: 'ms' | 'attempts'
  readonly default: boolean | number
  readonly effect: string
  readonly source: string
}

const AGENT = 'activemq-client SimpleDiscoveryAgent (5.19.1)'

/** Options of `static:(…)` and `masterslave:(…)`. Others are ignored silently; `discovered.X=Y` adds `X=Y` to every address in the list. */
export const DISCOVERY_OPTIONS: readonly DiscoveryOptionRow[] = [
  {
    name: 'initialReconnectDelay',
    type: 'integer',
    unit: 'ms',
    default: 1000,
    effect: 'The wait before the second attempt.',
    source: AGENT,
  },
  {
    name: 'maxReconnectDelay',
    type: 'integer',
    unit: 'ms',
    default: 30_000,
    effect: 'The longest wait between two attempts, and so the longest a takeover can go unnoticed.',
    source: AGENT,
  },
  {
    name: 'maxReconnectAttempts',
    type: 'integer',
    unit: 'attempts',
    default: 0,
    effect:
      'After so many quick failures in a row the bridge gives up until the broker restarts. 0 never gives up.',
    source: `${AGENT}; measured on 5.17.2`,
  },
  {
    name: 'minConnectTime',
    type: 'integer',
    unit: 'ms',
    default: 5000,
    effect: 'A bridge that ends sooner than this counts as a failed attempt.',
    source: AGENT,
  },
  {
    name: 'useExponentialBackOff',
    type: 'boolean',
    default: true,
    effect: 'Waits grow from attempt to attempt.',
    source: AGENT,
  },
  {
    name: 'backOffMultiplier',
    type: 'integer',
    default: 2,
    effect: 'How much they grow.',
    source: AGENT,
  },
]

/** What may stand before the first colon of a connector's address. */
export const DISCOVERY_AGENTS: Readonly<
  Record<string, { readonly effect: string; readonly source: string }>
> = {
  static: { effect: 'A bridge to each address of the list.', source: `${AGENT}; measured on 5.17.2` },
  simple: { effect: 'The same as static.', source: AGENT },
  masterslave: {
    effect: 'One bridge to whichever address answers. Needs at least two.',
    source: 'activemq-client MasterSlaveDiscoveryAgent; measured on 5.17.2',
  },
  multicast: {
    effect: 'A bridge to every broker that announces itself in the group: the file does not say which.',
    source: 'activemq-client MulticastDiscoveryAgent',
  },
  zeroconf: {
    effect: 'Finds brokers through mDNS.',
    source: 'activemq-client META-INF/services (5.17.7 and 6.3.1 read)',
  },
}
