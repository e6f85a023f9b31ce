import { networkOf } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { markdownForLink } from './markdownForLink.ts'

const network = networkOf({ ...sketch('target amazon-mq 5.19; a = b; b -> c'), name: 'eu_payments' })
const error = (message: string) => ({ severity: 'error', message }) as Finding

test('a design with nothing to fix says so', () => {
  expect(markdownForLink(network, [], 'https://x.example/#d1.a')).toBe(
    '[**eu\\_payments**](https://x.example/#d1.a)\nAmazon MQ 5.19: 3 brokers, 2 connectors (1 duplex).\n- nothing to fix\n',
  )
})

test('the first errors are told, the rest is counted, and what is ignored is left out', () => {
  const findings = ['a', 'b', 'c', 'd'].map(error)
  const ignored = { ...error('known'), ignored: 'yes' }
  expect(
    markdownForLink(network, [...findings, ignored], 'u')
      .split('\n')
      .slice(2),
  ).toEqual(['- **4 errors**, 0 warnings', '- a', '- b', '- c', '- and 1 more error', ''])
})
