import type { GalleryEntry } from './gallery.ts'

const AWS = {
  title: 'Amazon MQ developer guide, network of brokers',
  where: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/network-of-brokers.html',
  seen: '2026-11-21',
} as const

const MESHIQ = {
  title: 'meshIQ, ActiveMQ network of brokers: the complete configuration guide (2026-04-29)',
  where: 'https://www.meshiq.com/blog/activemq-network-of-brokers-configuration',
  seen: '2026-11-21',
} as const

/**
 * What the gallery holds as files: networks as guides print them, names and settings to the letter, and the example of the
 * first run. The guides cut the endpoints off; the broker ids and hosts here are made up. Listed in
 * `public/gallery/index.json`, which a test keeps equal to this; the page never loads this file.
 */
export const GALLERY_FILES: readonly GalleryEntry[] = [
  {
    id: 'eu-payments',
    kind: 'example',
    title: 'eu-payments',
    shape: 'hub-and-spoke',
    description:
      'Seven brokers in three AWS Regions: a hub that is a pair, its spokes, and two edges that send payments.',
    lookAt:
      'Ask who reaches whom for the queue payments.settled: messages from orders never get to billing. Follow the finding to its fix, and see which lines of which files it changes.',
    file: 'eu-payments.json',
  },
  {
    id: 'aws-hub-and-spoke',
    kind: 'published',
    title: 'Hub and spoke, AWS',
    shape: 'hub-and-spoke',
    description: 'Broker1 declares a duplex connector to each of four spokes, as the guide prints it.',
    lookAt:
      'No TTL is set, so messages make one hop: hub and spokes reach each other, spokes never do, although the guide says that messages are forwarded throughout.',
    file: 'aws-hub-and-spoke.json',
    source: AWS,
  },
  {
    id: 'aws-cross-region-mesh',
    kind: 'published',
    title: 'Cross-region mesh, AWS',
    shape: 'cross-region',
    description:
      'Three brokers in one Region and one in another, each linked with each, as the guide prints it.',
    lookAt:
      '1_to_4 on Broker1 and 4_to_1 on Broker4 are both duplex: two bridges each way. Topic messages can cross twice, and queues are shared out unevenly.',
    file: 'aws-cross-region-mesh.json',
    source: AWS,
  },
  {
    id: 'aws-concentrator',
    kind: 'published',
    title: 'Concentrator, AWS',
    shape: 'concentrator',
    description:
      'Three brokers with a one-way connector to each of two central ones, as the guide prints it.',
    lookAt:
      'It works one way only: consumers belong on Broker1 and Broker2, and replies to requests do not come back.',
    file: 'aws-concentrator.json',
    source: AWS,
  },
  {
    id: 'aws-mesh',
    kind: 'published',
    title: 'Mesh, AWS',
    shape: 'mesh',
    description: 'Three brokers, three duplex connectors, as the guide prints it.',
    lookAt:
      'Three connectors are enough, each declared on one side. What is left implicit has had other defaults: the notes say which.',
    file: 'aws-mesh.json',
    source: AWS,
  },
  {
    id: 'meshiq-two-data-centres',
    kind: 'published',
    title: 'Two data centres, meshIQ',
    shape: 'two-sites',
    description:
      'Two spokes and a hub, each a pair, with filters and a replay policy, as the guide prints it.',
    lookAt:
      'Conduit subscriptions are off on connectors that carry topics, so subscribers get every message several times. networkTTL overrides the TTLs beside it. The guide prints the replay policy without its wrapper; the export writes it where the schema wants it.',
    file: 'meshiq-two-data-centres.json',
    source: MESHIQ,
  },
  {
    id: 'meshiq-hub-and-spoke',
    kind: 'published',
    title: 'Hub and spoke with filters, meshIQ',
    shape: 'hub-and-spoke',
    description: 'Each spoke declares the same connector, with lists of what crosses and what does not.',
    lookAt:
      'dynamicOnly does not mean "on demand", which forwarding always is: it concerns durable subscriptions. TTL 2 is right here: from spoke to spoke it is two hops.',
    file: 'meshiq-hub-and-spoke.json',
    source: MESHIQ,
  },
]
