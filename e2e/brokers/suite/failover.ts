import { networkOf, type BrokerId } from '@meshwright/model'
import { forecastPair } from '@meshwright/model/forecast'
import { sketch } from '@meshwright/model/sketch'
import type { Fact, Lab } from '../facts/fact.ts'
import type { ReadResult, Step } from '../steps.ts'
import { exportHere, moveHere } from './exported.ts'
import { SENT } from './probe.ts'

const DESIGN = 'pair p; h = p { networkTTL=2 }; h = q { networkTTL=2 }'

/**
 * A pair as the designer draws and exports it: both instances' files on one store, and neighbours whose connector leads
 * to masterslave:(…). The active one is killed, as its host would be; what the pair had stored must be there, and
 * messages must go on by every route that the forecast gives with that instance off.
 */
export const failoverFacts: readonly Fact[] = [
  {
    id: 'design-fails-over',
    says: 'The active instance of a pair that was drawn and exported is killed: messages go on both ways, and what was stored is there.',
    measure: failOver,
    expected: 'as the forecast says',
  },
]

async function failOver(lab: Lab): Promise<string> {
  const design = moveHere(sketch(DESIGN), lab.version, { standby: true })
  const store = `${lab.runner.folder}/store`
  const [active, standby] = [exportHere(design, { store }), exportHere(design, { store, instance: 1 })]
  const network = networkOf(design)
  const [pair, hub, far] = design.brokers.map(({ id }) => id) as [BrokerId, BrokerId, BrokerId]
  const doomed = await lab.another()
  const fileOf = async (id: BrokerId, exported: typeof active, runner: typeof doomed) =>
    (await runner.write(exported.files.filter(({ label }) => label === active.label(id))))[0]!
  const addresses = network.broker(pair)!.instances.map(({ host, port }) => `tcp://${host}:${port}`)
  const client = `failover:(${addresses.join(',')})?maxReconnectDelay=200`
  // Each broker by where its clients connect: those of the pair find it wherever it is active.
  const place = (id: BrokerId) => (id === pair ? { uri: client } : { at: active.label(id) })
  const flows = [pair, hub, far].flatMap((from) =>
    [pair, hub, far].filter((to) => to !== from).map((to) => ({ from, to, name: `${from}.${to}` })),
  )
  const send: Step = {
    do: 'send',
    messages: flows.map(({ from, name }) => ({
      ...place(from),
      destination: `queue://${name}`,
      count: SENT,
      persistent: true,
    })),
  }
  await doomed.perform([{ do: 'start', brokers: [await fileOf(pair, active, doomed)] }])
  const near = active.bridges.filter(({ at }) => at !== active.label(pair))
  const up: Step = { do: 'settle', bridges: near, timeout: 10_000 }
  const waiting = { ...(await fileOf(pair, standby, lab.runner)), standby: true }
  await lab.runner.perform([
    {
      do: 'start',
      brokers: [await fileOf(hub, active, lab.runner), await fileOf(far, active, lab.runner), waiting],
    },
    up,
    {
      do: 'consume',
      consumers: flows.map(({ to, name }) => ({ id: name, ...place(to), destination: `queue://${name}` })),
    },
    { do: 'settle' },
    send,
    { do: 'send', messages: [{ uri: client, destination: 'queue://kept', count: SENT, persistent: true }] },
    { do: 'settle' },
  ])
  doomed.kill()
  const { results } = await lab.runner.perform([
    { do: 'settle', quiet: 1000, timeout: 10_000, bridges: active.bridges },
    send,
    { do: 'consume', consumers: [{ id: 'kept', uri: client, destination: 'queue://kept' }] },
    { do: 'settle', quiet: 1000 },
    { do: 'read' },
    { do: 'stop' },
  ])
  const { consumers } = results[4] as ReadResult
  const wrong = flows.flatMap(({ from, to, name }) => {
    const destination = { kind: 'queue', name } as const
    const off = [{ instance: pair, index: 0 } as const]
    const { verdict } = forecastPair(network, { from, to, destination, off })
    const { distinct } = consumers[name] ?? { distinct: 0 }
    const isAsForetold =
      verdict === 'always' ? distinct === 2 * SENT : verdict === 'never' ? distinct === 0 : true
    return isAsForetold
      ? []
      : [`${network.nameOf(from)} to ${network.nameOf(to)} ${verdict}, but ${distinct} of ${2 * SENT}`]
  })
  if (consumers['kept']?.distinct !== SENT)
    wrong.push(`of what was stored ${consumers['kept']?.distinct} of ${SENT}`)
  return wrong.length > 0 ? wrong.join('; ') : 'as the forecast says'
}
