import { engineOf, type Broker, type Connector, type Design } from '../design/design.ts'
import { effectiveName, remotesOf } from '../design/design.ts'
import type { BrokerId } from '../design/ids.ts'
import { DEFAULT_ENGINE, type EngineVersion } from '../dialects/engine.ts'
import { settingRow, type ConnectorSettings, type SettingKey } from '../dialects/network-connector.ts'
import { defaultFor } from '../dialects/row.ts'
import { takesAutoStart, takesBrokerId } from '../targets/removed-settings.ts'

/**
 * What a connector really does: the settings as a broker of that engine ends up with them.
 * `networkTTL` overrides message and consumer TTL beside it, because attributes are applied in alphabetical order
 * (measured on 5.17.2).
 */
export interface EffectiveSettings {
  readonly duplex: boolean
  /** hops; -1 is no limit */
  readonly messageTtl: number
  /** hops; -1 is no limit */
  readonly consumerTtl: number
  readonly staticBridge: boolean
  readonly dynamicOnly: boolean
  readonly bridgeTempDestinations: boolean
  readonly conduitSubscriptions: boolean
  readonly conduitNetworkQueueSubscriptions: boolean
  readonly decreaseNetworkConsumerPriority: boolean
  readonly consumerPriorityBase: number
  readonly suppressDuplicateQueueSubscriptions: boolean
  readonly suppressDuplicateTopicSubscriptions: boolean
}

/** The value that counts for one setting: what the design says, else the engine's default. */
export function effectiveSetting<Key extends SettingKey>(
  settings: ConnectorSettings,
  key: Key,
  engine: EngineVersion,
): NonNullable<ConnectorSettings[Key]> | undefined {
  return (settings[key] ?? defaultFor(settingRow(key), engine)) as
    | NonNullable<ConnectorSettings[Key]>
    | undefined
}

/**
 * The settings that count for a connector: what it says, else the default of the engine that declares it. `networkTTL` overrides
 * both TTLs (in hops), even ones that are written beside it, as the broker does.
 */
export function effectiveSettings(settings: ConnectorSettings, engine: EngineVersion): EffectiveSettings {
  const value = <Key extends SettingKey>(key: Key) =>
    effectiveSetting(settings, key, engine) as NonNullable<ConnectorSettings[Key]>
  const networkTtl = settings.networkTtl
  return {
    duplex: value('duplex'),
    messageTtl: networkTtl ?? value('messageTtl'),
    consumerTtl: networkTtl ?? value('consumerTtl'),
    staticBridge: value('staticBridge'),
    dynamicOnly: value('dynamicOnly'),
    bridgeTempDestinations: value('bridgeTempDestinations'),
    conduitSubscriptions: value('conduitSubscriptions'),
    conduitNetworkQueueSubscriptions: value('conduitNetworkQueueSubscriptions'),
    decreaseNetworkConsumerPriority: value('decreaseNetworkConsumerPriority'),
    consumerPriorityBase: value('consumerPriorityBase'),
    suppressDuplicateQueueSubscriptions: value('suppressDuplicateQueueSubscriptions'),
    suppressDuplicateTopicSubscriptions: value('suppressDuplicateTopicSubscriptions'),
  }
}

/** A running link that lets `from` forward messages to `to`. It learns demand from `to`. */
export interface Bridge {
  readonly connector: Connector
  readonly from: BrokerId
  readonly to: BrokerId
  /** The half that a duplex connector makes back, on the side that does not declare it. */
  readonly reverse: boolean
  readonly settings: EffectiveSettings
}

/**
 * Every bridge of a design: one per connector and remote broker, and one back for each duplex one. Both halves of a
 * duplex connector have the settings of the side that declares it, by that side's engine: they are sent over
 * (activemq-broker DemandForwardingBridgeSupport:600). An external broker's own connectors count like any other.
 *
 * None is made by a connector that does not start by itself (a setting that Amazon MQ and older engines do not have), from a broker to itself, to a broker that is not there, a
 * second time to the same broker (its client id is taken), or between two brokers with the same fixed broker id (it
 * counts as a loop, measured on 5.17.2). Of two duplex connectors of one name that lead toward each other one is refused
 * for ever and the other carries both ways (measured on all versions, `name-duplex-against-duplex`). Which it is depends
 * on the order of start, so only where they are alike one of them is left out; else both count.
 */
export function bridgesOf(design: Design): readonly Bridge[] {
  const brokers = new Map<BrokerId, Broker>(design.brokers.map((broker) => [broker.id, broker]))
  const bridges: Bridge[] = []
  /** Duplex connectors by their two ends and their name. */
  const duplexes = new Map<string, Pick<Bridge, 'connector' | 'settings' | 'from'>>()
  for (const connector of design.connectors) {
    const owner = brokers.get(connector.from)
    if (!owner || waits(design, owner, connector)) continue
    const settings = effectiveSettings(connector.settings, engineOf(design, owner) || DEFAULT_ENGINE)
    for (const to of new Set(remotesOf(connector))) {
      const remote = brokers.get(to)
      if (!remote || to === connector.from || sameId(design, owner, remote)) continue
      if (settings.duplex) {
        const key = `${[connector.from, to].toSorted().join(' ')} ${effectiveName(connector)}`
        const twin = duplexes.get(key)
        if (twin && twin.from !== connector.from && areAlike(twin, { connector, settings })) continue
        duplexes.set(key, { connector, settings, from: connector.from })
      }
      bridges.push({ connector, from: connector.from, to, reverse: false, settings })
      if (settings.duplex) bridges.push({ connector, from: to, to: connector.from, reverse: true, settings })
    }
  }
  return bridges
}

/** Whether two connectors do the same, whichever of them is there. */
function areAlike(
  a: Pick<Bridge, 'connector' | 'settings'>,
  b: Pick<Bridge, 'connector' | 'settings'>,
): boolean {
  const told = ({ connector, settings }: typeof a) => JSON.stringify([settings, connector.filters])
  return told(a) === told(b)
}

/** Tells whether a connector waits to be started by hand: only where the broker's file can say so. */
function waits(design: Design, owner: Broker, { settings }: Connector): boolean {
  const target = owner.target ?? design.target
  const engine = engineOf(design, owner) || DEFAULT_ENGINE
  return settings.autoStart === false && takesAutoStart(target, engine)
}

/** Brokers that have one fixed broker id, in groups. Bridges between them are never made. */
export function twinsIn(design: Design): readonly (readonly BrokerId[])[] {
  const groups = new Map<string, BrokerId[]>()
  for (const broker of design.brokers) {
    const id = fixedId(design, broker)
    if (id === undefined) continue
    const same = groups.get(id)
    if (same) same.push(broker.id)
    else groups.set(id, [broker.id])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

function sameId(design: Design, a: Broker, b: Broker): boolean {
  const id = fixedId(design, a)
  return id !== undefined && id === fixedId(design, b)
}

/** The broker id that a file fixes, where it can. */
function fixedId(design: Design, broker: Broker): string | undefined {
  return takesBrokerId(broker.target ?? design.target) ? broker.settings?.brokerId : undefined
}
