import { expect, test } from 'vitest'
import { networkOf } from '../../network/network.ts'
import { runChecks } from '../runChecks.ts'
import { sketch } from '../sketch.ts'

const found = (text: string) =>
  runChecks(networkOf(sketch(text)), { forecast: false }).filter(
    ({ check }) => check === 'address-leads-elsewhere',
  )

test('an address that another broker alone has leads there', () => {
  expect(
    found('broker c { host=c1 port=61616 }; a -> b { uri=static:(tcp://c1:61616) }; a -> c'),
  ).toHaveLength(1)
})

test('an address that two brokers have, or that each machine fills in for itself, proves nothing', () => {
  const two = 'broker c { host=c1 port=61616 }; broker d { host=c1 port=61616 }'
  expect(found(`${two}; a -> b { uri=static:(tcp://c1:61616) }; a -> c; a -> d`)).toEqual([])
  const filled = 'broker c { host=${PEER} port=61616 }'
  expect(found(`${filled}; a -> b { uri=static:(tcp://\${PEER}:61616) }; a -> c`)).toEqual([])
})
