import { DOCUMENT_VERSION, type Broker, type Design, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'

const SKETCH = `
target amazon-mq 5.19; user bridge
region eu-west-1: hub, orders, billing
region eu-central-1: ledger, fraud
region us-east-1: edge-1, edge-2
pair hub
hub = orders; hub = billing; hub = ledger
ledger = fraud
fraud -> hub { networkTTL=2 }
edge-1 -> hub { dynamic=queue://payments.> }
edge-2 -> hub
producer on orders of queue://payments.settled
consumer on billing of queue://payments.settled
`

const PLACES: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  hub: { x: 570, y: 130 },
  orders: { x: 520, y: 410 },
  billing: { x: 690, y: 410 },
  ledger: { x: 940, y: 190 },
  fraud: { x: 940, y: 360 },
  'edge-1': { x: 260, y: 230 },
  'edge-2': { x: 260, y: 310 },
}

const REGIONS: Readonly<Record<string, Document['layout']['regions']['r1']>> = {
  'eu-west-1': { x: 500, y: 70, width: 350, height: 420 },
  'eu-central-1': { x: 920, y: 140, width: 190, height: 300 },
  'us-east-1': { x: 240, y: 170, width: 190, height: 220 },
}

/** The network of the pictures: a pair in the middle that lets messages make one hop. */
export function exampleDocument(): Document {
  const drawn = sketch(SKETCH)
  const design: Design = {
    ...drawn,
    name: 'eu-payments',
    brokers: drawn.brokers.map((broker): Broker => ({
      ...broker,
      amazon: { instanceType: broker.name === 'hub' ? 'mq.m5.xlarge' : 'mq.m5.large' },
    })),
    notes: [{ id: 'n1', text: 'Settled payments must reach billing within a second.', about: 'b3' }],
  }
  const brokers = Object.fromEntries(
    design.brokers.map(({ id, name }) => [id, PLACES[name] ?? { x: 0, y: 0 }]),
  )
  const regions = Object.fromEntries(
    design.regions.flatMap(({ id, name }) => (REGIONS[name] ? [[id, REGIONS[name]]] : [])),
  )
  return {
    version: DOCUMENT_VERSION,
    design,
    layout: { brokers, regions, notes: { n1: { x: 900, y: 480, width: 200, height: 80 } } },
  }
}
