import { expect, test } from 'vitest'
import { sketch } from '../checks/sketch.ts'
import { exportFiles } from '../export/exportFiles.ts'

/** Networks whose files were read by hand, line by line; a change of theirs is to be read in the same way. */
const NETWORKS = {
  'two-brokers': 'a -> b',
  pair: 'user bridge; pair hub; a = hub { networkTTL=2 }; a -> b, hub { name=to-both }',
  'amazon-mq': `
    target amazon-mq 5.19; user network-bridge
    region eu-west-1: hub, a
    region us-east-1: b
    pair hub { id=b-1234a5b6-78cd-901e-2f34-5678a90b1c2d }
    broker a { id=b-9876f5e4-d3c2-b1a0-9f8e-7d6c5b4a3f2e }
    a = hub { networkTTL=2 decreaseNetworkConsumerPriority=true }
    b -> hub { messageTTL=-1 consumerTTL=1 conduitSubscriptions=false excluded=topic://> }`,
  filters: `
    a -> b { dynamic="queue://orders.> queue://payments.eu topic://events.>" excluded=queue://internal.> static=queue://audit staticBridge=false }`,
  replay: `
    a = b { networkTTL=2 }
    policy on a for queue://> { enableAudit=false replayWhenNoConsumers=true replayDelay=500 }
    policy on a for topic://prices.> { priorityNetworkDispatch=true }`,
  secured: `
    user bridge
    broker hub { scheme=ssl host=hub.example.org port=61617 users=bridge,app brokerId=hub }
    broker edge { scheme=auto+nio host=10.0.0.7 port=5671 persistent=false advisorySupport=true }
    edge = hub { remoteUserName=far networkTTL=2 }`,
} as const

test.each(Object.entries(NETWORKS))('the files of %s are what they were', async (name, words) => {
  const { files } = exportFiles(sketch(words), 'xml')
  for (const { path, text } of files) {
    await expect(text).toMatchFileSnapshot(`../fixtures/xml/${name}/${path}`)
  }
  const connectors = exportFiles(sketch(words), 'connectors').files[0]
  await expect(connectors?.text).toMatchFileSnapshot(`../fixtures/xml/${name}/${connectors?.path}`)
})
