/** A group of AWS Regions that share accounts, peering and a DNS suffix. */
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov' | 'aws-iso' | 'aws-eusc'

/** One AWS Region that lists Amazon MQ. */
export interface AmazonRegion {
  /** `eu-west-1` */
  readonly code: string
  /** Where it is, as AWS says: `Ireland`. */
  readonly place: string
  readonly partition: Partition
  /** What is different there, in one sentence. */
  readonly note?: string
  readonly source: string
}

const ENDPOINTS = 'botocore 1.43.107 endpoints.json, 2026-10-01'
const CHINA = `${ENDPOINTS}; partition aws-cn`
const GOV = `${ENDPOINTS}; partition aws-us-gov`
const NO_M5 = 'aws-cloudformation/cfn-lint@217397c instancetype_enum.json, 2026-08-19'

const IN_CHINA = 'A partition of its own: no VPC peering with Regions outside China.'
const IN_GOV = 'A partition of its own: no VPC peering with Regions outside GovCloud.'

/** Ending of a broker's host name in each partition. */
export const DNS_SUFFIXES: Readonly<Record<Partition, { readonly suffix: string; readonly source: string }>> =
  {
    aws: {
      suffix: 'amazonaws.com',
      source: 'AWS developer guide, "Listing brokers and viewing broker details"',
    },
    'aws-cn': { suffix: 'amazonaws.com.cn', source: `${ENDPOINTS}; broker hosts there are inferred from it` },
    'aws-us-gov': {
      suffix: 'amazonaws.com',
      source: `${ENDPOINTS}; broker hosts there are inferred from it`,
    },
    'aws-iso': { suffix: 'c2s.ic.gov', source: `${ENDPOINTS}; broker hosts there are inferred from it` },
    'aws-eusc': { suffix: 'amazonaws.eu', source: `${ENDPOINTS}; broker hosts there are inferred from it` },
  }

/** Every AWS Region with Amazon MQ, in the order of their codes, the commercial ones first. */
export const AMAZON_REGIONS: readonly AmazonRegion[] = [
  commercial('af-south-1', 'Cape Town'),
  commercial('ap-east-1', 'Hong Kong'),
  {
    code: 'ap-east-2',
    place: 'Taipei',
    partition: 'aws',
    note: 'mq.m5 is not offered here; whether ActiveMQ runs on mq.m7i is not documented.',
    source: `${ENDPOINTS}; Amazon MQ release notes 2025-07-08; ${NO_M5}`,
  },
  commercial('ap-northeast-1', 'Tokyo'),
  commercial('ap-northeast-2', 'Seoul'),
  commercial('ap-northeast-3', 'Osaka'),
  commercial('ap-south-1', 'Mumbai'),
  commercial('ap-south-2', 'Hyderabad'),
  commercial('ap-southeast-1', 'Singapore'),
  commercial('ap-southeast-2', 'Sydney'),
  commercial('ap-southeast-3', 'Jakarta'),
  commercial('ap-southeast-4', 'Melbourne'),
  commercial('ap-southeast-5', 'Malaysia'),
  {
    code: 'ap-southeast-6',
    place: 'New Zealand',
    partition: 'aws',
    note: 'Neither mq.m5 nor mq.t3.micro is offered here; whether ActiveMQ runs on mq.m7i is not documented.',
    source: `${ENDPOINTS}; Amazon MQ release notes 2025-10-22; ${NO_M5}`,
  },
  commercial('ap-southeast-7', 'Thailand'),
  commercial('ca-central-1', 'Canada Central'),
  commercial('ca-west-1', 'Calgary'),
  commercial('eu-central-1', 'Frankfurt'),
  commercial('eu-central-2', 'Zurich'),
  commercial('eu-north-1', 'Stockholm'),
  commercial('eu-south-1', 'Milan'),
  commercial('eu-south-2', 'Spain'),
  commercial('eu-west-1', 'Ireland'),
  commercial('eu-west-2', 'London'),
  commercial('eu-west-3', 'Paris'),
  commercial('il-central-1', 'Tel Aviv'),
  commercial('me-central-1', 'UAE'),
  commercial('me-south-1', 'Bahrain'),
  commercial('mx-central-1', 'Mexico Central'),
  commercial('sa-east-1', 'São Paulo'),
  commercial('us-east-1', 'N. Virginia'),
  commercial('us-east-2', 'Ohio'),
  commercial('us-west-1', 'N. California'),
  commercial('us-west-2', 'Oregon'),
  { code: 'cn-north-1', place: 'Beijing', partition: 'aws-cn', note: IN_CHINA, source: CHINA },
  { code: 'cn-northwest-1', place: 'Ningxia', partition: 'aws-cn', note: IN_CHINA, source: CHINA },
  {
    code: 'eusc-de-east-1',
    place: 'Germany',
    partition: 'aws-eusc',
    note: 'The European Sovereign Cloud, a partition of its own.',
    source: ENDPOINTS,
  },
  { code: 'us-gov-east-1', place: 'GovCloud East', partition: 'aws-us-gov', note: IN_GOV, source: GOV },
  { code: 'us-gov-west-1', place: 'GovCloud West', partition: 'aws-us-gov', note: IN_GOV, source: GOV },
  {
    code: 'us-iso-east-1',
    place: 'US ISO East',
    partition: 'aws-iso',
    note: 'A partition of its own.',
    source: ENDPOINTS,
  },
]

/** The row of a Region by its code; `undefined` for any other text. */
export function amazonRegion(code: string): AmazonRegion | undefined {
  return AMAZON_REGIONS.find((region) => region.code === code)
}

/** Tells whether a text has the form of a Region's code, known or not: `eu-west-1`. */
export function isRegionCode(text: string): boolean {
  return /^[a-z]{2,5}(-[a-z]{2,12}){1,3}-\d{1,2}$/.test(text)
}

/** The partition of a Region's code, known or not: its beginning says it. */
export function partitionOf(code: string): Partition {
  if (code.startsWith('cn-')) return 'aws-cn'
  if (code.startsWith('us-gov-')) return 'aws-us-gov'
  if (code.startsWith('us-iso-')) return 'aws-iso'
  if (code.startsWith('eusc-')) return 'aws-eusc'
  return 'aws'
}

function commercial(code: string, place: string): AmazonRegion {
  return { code, place, partition: 'aws', source: ENDPOINTS }
}
