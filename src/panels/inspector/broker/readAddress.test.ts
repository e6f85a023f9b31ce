import { expect, test } from 'vitest'
import { readAddress } from './readAddress.ts'

test.each([
  ['ssl://b.example:61617', { scheme: 'ssl', host: 'b.example', port: 61617 }],
  ['auto+ssl://b.example:61617?verifyHostName=false', { scheme: 'auto+ssl', host: 'b.example', port: 61617 }],
  ['b.example:61616', { host: 'b.example', port: 61616 }],
  ['  b.example ', { host: 'b.example' }],
  ['tcp://[::1]:61616', { scheme: 'tcp', host: '[::1]', port: 61616 }],
])('%s is read into its parts', (text, parts) => {
  expect(readAddress(text)).toEqual(parts)
})

test.each(['two words', '', 'b.example:99999', 'b.example:0', 'tcp://'])(
  '"%s" is refused with a sentence',
  (text) => {
    expect(readAddress(text)).toHaveProperty('problem')
  },
)
