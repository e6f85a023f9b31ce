import type { Broker } from '../../design/design.ts'
import { isRaw, type Raw } from '../../design/saved/fields.ts'
import { hostLabel } from '../../targets/hostLabels.ts'

/** What a template says of one broker of Amazon MQ. */
export interface StackBroker {
  readonly logical: string
  readonly name: string
  readonly engine?: string
  readonly pair: boolean
  readonly users: readonly string[]
  readonly amazon: NonNullable<Broker['amazon']>
  /** Availability zones of its subnets, as far as the template says them. */
  readonly zones: readonly string[]
  readonly region?: string
  /** Logical names of its configurations: what an association says first, for that counts more. */
  readonly configurations: readonly string[]
}

/** The text that stands for a reference in a configuration; `undefined` where the template does not say it. */
export type FillIn = (reference: string) => string | undefined

/** The brokers of a CloudFormation template, and what its references come to. */
export class Stack {
  readonly brokers: readonly StackBroker[]
  readonly #resources: Raw
  readonly #parameters: Raw
  readonly #byLogical: ReadonlyMap<string, StackBroker>

  constructor(resources: Raw, parameters: Raw) {
    this.#resources = resources
    this.#parameters = parameters
    const associated = this.#associations()
    this.brokers = Object.entries(resources).flatMap(([logical, resource]) => {
      const properties = propertiesOf(resource, 'AWS::AmazonMQ::Broker')
      // RabbitMQ knows no network connectors.
      if (!properties || /rabbit/i.test(this.#text(properties['EngineType']) ?? '')) return []
      return [this.#broker(logical, properties, associated.get(logical))]
    })
    this.#byLogical = new Map(this.brokers.map((broker) => [broker.logical, broker]))
  }

  /** The brokers that a configuration belongs to. */
  ownersOf(configuration: string): readonly StackBroker[] {
    return this.brokers.filter(({ configurations }) => configurations.includes(configuration))
  }

  /**
   * What CloudFormation would put in for a reference: `Hub` is the broker's id, `Hub.OpenWireEndpoints[1]` an address,
   * a parameter its default. What AWS alone knows is a name that is filled in later, as in files written here.
   */
  readonly fillIn: FillIn = (reference) => {
    const [, logical = '', attribute, index] = /^([^.[]+)(?:\.([^[]+))?(?:\[(\d+)\])?$/.exec(reference) ?? []
    const broker = this.#byLogical.get(logical)
    if (broker && (attribute === undefined || attribute === 'Id')) return idOf(broker)
    if (broker && attribute === 'OpenWireEndpoints') {
      const all = broker.pair ? [1, 2] : [1]
      const one = all[Number(index)]
      if (index === undefined) return all.map((each) => endpointOf(broker, each)).join(',')
      return one === undefined ? undefined : endpointOf(broker, one)
    }
    if (reference === 'AWS::Region') return this.#region() ?? 'region-of-this-stack'
    if (reference === 'AWS::URLSuffix') return 'amazonaws.com'
    return this.#default(reference)
  }

  /** A property in words, where the template says it. */
  textOf(properties: unknown, name: string): string | undefined {
    return isRaw(properties) ? this.#text(properties[name]) : undefined
  }

  /** Tells whether a reference is a parameter whose value nobody gives. */
  isOpen(reference: string): boolean {
    return isRaw(this.#parameters[reference]) && this.#default(reference) === undefined
  }

  #broker(logical: string, properties: Raw, associated: string | undefined): StackBroker {
    const own = referenceIn(
      isRaw(properties['Configuration']) ? properties['Configuration']['Id'] : undefined,
    )
    const engine = this.#text(properties['EngineVersion'])
    const zones = this.#zones(properties['SubnetIds'])
    const region = regionOf(zones)
    const storage = this.#text(properties['StorageType'])?.toLowerCase()
    const authentication = this.#text(properties['AuthenticationStrategy'])?.toLowerCase()
    const instanceType = this.#text(properties['HostInstanceType'])
    const upgrades = this.#text(properties['AutoMinorVersionUpgrade'])
    const isPublic = this.#text(properties['PubliclyAccessible'])
    return {
      logical,
      name: this.#text(properties['BrokerName']) ?? logical,
      ...(engine !== undefined && /^\d+\.\d+/.test(engine) ? { engine } : {}),
      pair: this.#text(properties['DeploymentMode']) === 'ACTIVE_STANDBY_MULTI_AZ',
      users: this.#users(properties['Users']),
      amazon: {
        ...(instanceType === undefined ? {} : { instanceType }),
        ...(storage === 'efs' || storage === 'ebs' ? { storage } : {}),
        ...(isBoolean(upgrades) ? { autoMinorVersionUpgrade: upgrades === 'true' } : {}),
        ...(isBoolean(isPublic) ? { publiclyAccessible: isPublic === 'true' } : {}),
        ...(authentication === 'simple' || authentication === 'ldap' ? { authentication } : {}),
      },
      zones,
      ...(region === undefined ? {} : { region }),
      configurations: [associated, own].filter((name) => name !== undefined),
    }
  }

  /** Which configuration each broker is given by an association. */
  #associations(): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    for (const resource of Object.values(this.#resources)) {
      const properties = propertiesOf(resource, 'AWS::AmazonMQ::ConfigurationAssociation')
      const broker = referenceIn(properties?.['Broker'])
      const used = properties?.['Configuration']
      const configuration = referenceIn(isRaw(used) ? used['Id'] : undefined)
      if (broker !== undefined && configuration !== undefined) found.set(broker, configuration)
    }
    return found
  }

  #users(users: unknown): readonly string[] {
    if (!Array.isArray(users)) return []
    return users.flatMap((user) => {
      const name = isRaw(user) ? user['Username'] : undefined
      return this.#text(name) ?? referenceIn(name) ?? []
    })
  }

  #zones(subnets: unknown): readonly string[] {
    if (!Array.isArray(subnets)) return []
    return subnets.flatMap((subnet) => {
      const properties = propertiesOf(this.#resources[referenceIn(subnet) ?? ''], 'AWS::EC2::Subnet')
      return this.#text(properties?.['AvailabilityZone']) ?? []
    })
  }

  /** The one Region that all of its zones are in. */
  #region(): string | undefined {
    return regionOf(this.brokers.flatMap(({ zones }) => zones))
  }

  #default(parameter: string): string | undefined {
    const declared = this.#parameters[parameter]
    const value = isRaw(declared) ? declared['Default'] : undefined
    return value === '' ? undefined : wordOf(value)
  }

  /** A word, where the template says it: as it is, or by a parameter with a default. */
  #text(value: unknown): string | undefined {
    if (!isRaw(value)) return wordOf(value)
    const reference = value['Ref']
    if (typeof reference === 'string') return this.#default(reference)
    const template = value['Fn::Sub']
    if (typeof template !== 'string') return undefined
    const filled = template.replace(/\$\{([^}]*)\}/g, (whole, key: string) => this.#default(key) ?? whole)
    return filled.includes('${') ? undefined : filled
  }
}

function propertiesOf(resource: unknown, type: string): Raw | undefined {
  if (!isRaw(resource) || resource['Type'] !== type) return undefined
  const properties = resource['Properties']
  return isRaw(properties) ? properties : {}
}

/** The resource that a value refers to: by `Ref`, or by its id as an attribute. */
function referenceIn(value: unknown): string | undefined {
  if (!isRaw(value)) return undefined
  const { Ref: reference, 'Fn::GetAtt': attribute } = value
  if (typeof reference === 'string') return reference
  const parts: unknown = typeof attribute === 'string' ? attribute.split('.') : attribute
  const logical: unknown = Array.isArray(parts) ? parts[0] : undefined
  return typeof logical === 'string' && logical !== '' ? logical : undefined
}

/** JSON has numbers and booleans where YAML has words. */
function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

function isBoolean(text: string | undefined): boolean {
  return text === 'true' || text === 'false'
}

function regionOf(zones: readonly string[]): string | undefined {
  const regions = new Set(zones.map((zone) => /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(zone)?.[1]))
  const [only] = regions
  return regions.size === 1 ? only : undefined
}

/** What stands for a broker's id until AWS gives it. */
export function idOf({ name, logical }: StackBroker): string {
  return `broker-id-of-${hostLabel(name) || hostLabel(logical)}`
}

/** Where a broker is reached over OpenWire, as files written here have it until its id is known. */
export function endpointOf(broker: StackBroker, instance: number): string {
  const region = broker.region ?? `region-of-${hostLabel(broker.name) || hostLabel(broker.logical)}`
  return `ssl://${idOf(broker)}-${instance}.mq.${region}.amazonaws.com:61617`
}
