import { isPair } from '../../design/design.ts'
import { compareEngines, parseEngine, type EngineVersion } from '../../dialects/engine.ts'
import type { Check } from '../check.ts'
import { some } from '../shared/group.ts'
import { brokerNames, clipped } from '../../words.ts'
import { release } from '../sources.ts'

const check: Check = {
  id: 'bridge-can-die-silently',
  severity: 'warning',
  title: 'This engine can lose a bridge and not build it again.',
  why: 'In 5.15 to 5.19.8 and 6.0 to 6.2.7, a connection that breaks while two brokers greet each other leaves the bridge dead until a restart. Takeovers of a pair and links between regions make that likely. Run 5.19.9, 6.2.8 or newer.',
  covers: ['version-silent-death'],
  sources: [release('fixed in 5.19.9 and 6.2.8 (pull request 1865)')],
  examples: {
    bad: 'engine 5.18; pair b { brokerId=b }; a -> b { ?maxReconnectDelay=5000 }',
    good: 'engine 5.19; pair b; a -> b',
  },
  *find(network) {
    const shaky = network.bridges.filter(({ from, to, reverse }) => {
      const near = network.broker(from)
      if (reverse || near?.external) return false
      const far = network.broker(to)
      if (!near || !far) return false
      const apart = near.region !== undefined && far.region !== undefined && near.region !== far.region
      return (isPair(far) || isPair(near) || apart) && isAffected(network.engineOf(from))
    })
    const brokers = some([...new Set(shaky.map(({ from }) => from))])
    if (!brokers) return
    const [first, ...others] = brokers
    const engines = [...new Set(brokers.map((id) => network.engineOf(id)))]
    yield {
      at: [{ broker: first, setting: 'engine' }, ...others.map((broker) => ({ broker, setting: 'engine' }))],
      message: `${brokerNames(network, brokers)} ${brokers.length === 1 ? 'runs' : 'run'} ${clipped(engines.join(' and '))}, where a bridge to a pair or another region can die without trying again.`,
    }
  },
}
export default check

/** A line without a patch stands for its newest, which for 5.19 and 6.2 has the fix. */
function isAffected(engine: EngineVersion): boolean {
  const major = parseEngine(engine)?.[0]
  if (major === 5) return compareEngines(engine, '5.15.0') >= 0 && compareEngines(engine, '5.19.9') < 0
  return major === 6 && compareEngines(engine, '6.2.8') < 0
}
