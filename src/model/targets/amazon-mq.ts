import type { EngineVersion } from '../dialects/engine.ts'

/** What is known of Amazon MQ for ActiveMQ as a place to run: names, instance types, storage, engines, limits. */

const GUIDE = 'Amazon MQ developer guide, 2026-02-19 or later'
const API = 'botocore 1.43.107 mq/2017-11-27 service-2.json, 2026-10-01'
const CAPTURED = 'recorded responses of the real API (radkawar/stackd@9dc356f), 2026-09-30'

/** A rule for a name, with the sentence that says it. */
export interface NameRule {
  readonly pattern: RegExp
  /** What a name must be, in words that continue "It must be …". */
  readonly words: string
  readonly source: string
}

/** What Amazon MQ takes as names, each with its words and source. */
export const AMAZON_NAMES = {
  broker: {
    pattern: /^[A-Za-z0-9_-]{1,50}$/,
    words: '1 to 50 letters, digits, hyphens and underscores, and unique in its Region',
    source: `${API}; terraform-provider-aws broker.go@00a3530; ${CAPTURED}`,
  },
  configuration: {
    pattern: /^[A-Za-z0-9._~-]{1,150}$/,
    words: '1 to 150 letters, digits and - . _ ~',
    source: `${API}; ${GUIDE}, quotas`,
  },
  user: {
    pattern: /^[A-Za-z0-9._~-]{2,100}$/,
    words: '2 to 100 letters, digits and - . _ ~',
    source: `${API}; ${GUIDE}, quotas`,
  },
  group: {
    pattern: /^[A-Za-z0-9._~-]{2,100}$/,
    words: '2 to 100 letters, digits and - . _ ~',
    source: `${API}; ${GUIDE}, quotas`,
  },
  brokerId: {
    // The guide's own samples hold letters beyond f, so any letter is taken.
    pattern: /^b-[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}$/,
    words: 'b- and the 36 characters that AWS shows in the console',
    source: `${GUIDE}, "Listing brokers and viewing broker details"; ${API}`,
  },
} as const satisfies Record<string, NameRule>

/** Host names of brokers; the digit says which instance of a pair it is. A single instance has 1 too. */
export const AMAZON_HOST = {
  pattern: /^(b-[0-9a-z-]+)-([12])\.mq\.([a-z0-9-]+)\.(amazonaws\.(?:com|com\.cn|eu)|c2s\.ic\.gov)$/,
  source: `${GUIDE}; endings: botocore 1.43.107 endpoints.json`,
} as const

type InstanceFamily = 'micro' | 'm5'

export interface InstanceType {
  readonly name: string
  readonly family: InstanceFamily
  readonly vcpu: number
  readonly memoryGib: number
  /** Most connections of one protocol, bridges included. */
  readonly connections: number
  readonly storage: readonly ('efs' | 'ebs')[]
  /** GB of messages that it keeps at most, of either kind of storage. */
  readonly storageGb: number
  readonly note?: string
  readonly source: string
}

const SIZES = `${GUIDE}, instance types and quotas`

/** Types that a new ActiveMQ broker can be made with. */
export const AMAZON_INSTANCE_TYPES: readonly InstanceType[] = [
  {
    name: 'mq.t3.micro',
    family: 'micro',
    vcpu: 2,
    memoryGib: 1,
    connections: 300,
    storage: ['efs'],
    storageGb: 20,
    note: 'For evaluation.',
    source: SIZES,
  },
  {
    name: 'mq.m5.large',
    family: 'm5',
    vcpu: 2,
    memoryGib: 8,
    connections: 2000,
    storage: ['efs', 'ebs'],
    storageGb: 200,
    source: SIZES,
  },
  {
    name: 'mq.m5.xlarge',
    family: 'm5',
    vcpu: 4,
    memoryGib: 16,
    connections: 2000,
    storage: ['efs', 'ebs'],
    storageGb: 200,
    source: SIZES,
  },
  {
    name: 'mq.m5.2xlarge',
    family: 'm5',
    vcpu: 8,
    memoryGib: 32,
    connections: 2000,
    storage: ['efs', 'ebs'],
    storageGb: 200,
    source: SIZES,
  },
  {
    name: 'mq.m5.4xlarge',
    family: 'm5',
    vcpu: 16,
    memoryGib: 64,
    connections: 2000,
    storage: ['efs', 'ebs'],
    storageGb: 200,
    source: SIZES,
  },
]

/** Families whose types cannot be chosen for a new ActiveMQ broker, by how their names begin. */
export const AMAZON_OTHER_FAMILIES = [
  {
    prefix: 'mq.t2.',
    note: 'Cannot be chosen for new brokers since 2025-03-17.',
    source: `${GUIDE}, instance types`,
  },
  {
    prefix: 'mq.m4.',
    note: 'Cannot be chosen for new brokers since 2025-03-17.',
    source: `${GUIDE}, instance types`,
  },
  { prefix: 'mq.m7g.', note: 'For RabbitMQ alone.', source: `${GUIDE}, instance types` },
  {
    prefix: 'mq.m7i.',
    note: 'Listed for ap-east-2 and ap-southeast-6 alone; whether ActiveMQ runs on it is not documented.',
    source: 'aws-cloudformation/cfn-lint@217397c instancetype_enum.json, 2026-08-19',
  },
] as const

export interface StorageRule {
  readonly storage: 'efs' | 'ebs'
  readonly modes: readonly ('single' | 'pair')[]
  readonly families: readonly InstanceFamily[]
  readonly note: string
  readonly source: string
}

/** Which kinds of storage go with which deployment modes and instance families, and what each is for. */
export const AMAZON_STORAGE: readonly StorageRule[] = [
  {
    storage: 'efs',
    modes: ['single', 'pair'],
    families: ['micro', 'm5'],
    note: 'The default. Kept in several zones; about 80 messages a second and producer of 1 KB.',
    source: 'awsdocs/amazon-mq-developer-guide@88014c6, broker-storage',
  },
  {
    storage: 'ebs',
    modes: ['single'],
    families: ['m5'],
    note: 'One zone; about 500 messages a second and producer of 1 KB.',
    source: 'awsdocs/amazon-mq-developer-guide@88014c6, broker-storage',
  },
]

export interface AmazonEngine {
  readonly line: EngineVersion
  /** The schema that a configuration is held against. */
  readonly schema: string
  /** The last day on which it was supported. */
  readonly ended?: string
  readonly note?: string
  readonly source: string
}

/** Lines that Amazon MQ has or had; it takes a line alone, never a patch number, and picks the patch itself. */
export const AMAZON_ENGINES: readonly AmazonEngine[] = [
  { line: '5.15', schema: '5.15.16', ended: '2024-09-16', source: `${GUIDE}, versions` },
  { line: '5.16', schema: '5.16.7', ended: '2024-11-15', source: `${GUIDE}, versions` },
  { line: '5.17', schema: '5.17.6', ended: '2025-06-16', source: `${GUIDE}, versions` },
  { line: '5.18', schema: '5.18.4', source: `${GUIDE}, versions; ${CAPTURED}` },
  { line: '5.19', schema: '5.19.1', note: 'Recommended by AWS.', source: `${GUIDE}, versions; ${CAPTURED}` },
]

/** The line that AWS recommends for new brokers. */
export const AMAZON_DEFAULT_ENGINE: EngineVersion = '5.19'

/** Lines that a new broker can be made with, oldest first. */
export function amazonEngineLines(): readonly EngineVersion[] {
  return AMAZON_ENGINES.filter(({ ended }) => ended === undefined).map(({ line }) => line)
}

export interface Limit {
  readonly value: number
  readonly what: string
  readonly note?: string
  readonly source: string
}

/** How much of each Amazon MQ allows; `value` counts what `what` says. */
export const AMAZON_LIMITS = {
  brokersPerRegion: {
    value: 200,
    what: 'brokers in one Region',
    note: 'Older pages say 50; the account can ask for more.',
    source: `${GUIDE}, quotas`,
  },
  brokersPerRegionOld: {
    value: 50,
    what: 'brokers in one Region, by older pages',
    source: 'docs.amazonaws.cn amazon-mq-activemq-limits',
  },
  connectorsPerBroker: {
    value: 20,
    what: 'network connectors on one broker',
    note: 'On the Chinese page alone, so it may not hold elsewhere.',
    source: 'docs.amazonaws.cn amazon-mq-activemq-limits',
  },
  connectionsMicro: {
    value: 300,
    what: 'OpenWire connections of a micro instance, bridges from other brokers included',
    source: `${GUIDE}, quotas`,
  },
  connectionsLarge: {
    value: 2000,
    what: 'OpenWire connections of a large instance, bridges from other brokers included',
    source: `${GUIDE}, quotas`,
  },
  users: { value: 250, what: 'users of one broker', source: `${GUIDE}, quotas` },
  groupsPerUser: { value: 20, what: 'groups of one user', source: `${GUIDE}, quotas` },
  securityGroups: { value: 5, what: 'security groups of one broker', source: `${GUIDE}, quotas` },
  revisions: { value: 300, what: 'revisions of one configuration', source: `${GUIDE}, quotas` },
} as const satisfies Record<string, Limit>

/** From this engine on AWS insists on automatic minor upgrades. */
export const AMAZON_AUTO_UPGRADE = {
  from: '5.18.0',
  source: `${API}; hashicorp/terraform-provider-aws#40806`,
} as const
