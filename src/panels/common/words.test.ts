import { expect, test } from 'vitest'
import { inSentence } from './words.ts'

test('a label in a sentence begins small, but abbreviations stay', () => {
  expect(['Network TTL', 'JMX', 'One route per queue consumer'].map(inSentence)).toEqual([
    'network TTL',
    'JMX',
    'one route per queue consumer',
  ])
})
