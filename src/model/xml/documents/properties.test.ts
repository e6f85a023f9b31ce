import { expect, test } from 'vitest'
import { passwordKey } from './passwordKey.ts'
import { propertiesStub } from './properties.ts'

test('a stub names each value and leaves it out', () => {
  const placeholders = [
    {
      kind: 'password',
      text: '${bridge.password}',
      broker: 'b1',
      message: 'The password of the user bridge.',
    },
    { kind: 'host', text: 'host-of-b.example', broker: 'b2', message: 'The host of b.' },
  ] as const
  expect(propertiesStub(['a-1.xml', 'a-2.xml'], placeholders)).toBe(
    [
      '# Values for a-1.xml and a-2.xml. It holds secrets: let only the broker read it.',
      '# The broker looks for it in its conf directory, and does not start while a value is missing.',
      '',
      '# The password of the user bridge.',
      '#bridge.password=',
      '',
    ].join('\n'),
  )
})

test('a file that asks for nothing has no stub', () => {
  expect(propertiesStub(['a.xml'], [])).toBeUndefined()
})

test('keys are escaped as java.util.Properties reads them, and no message breaks out of its comment', () => {
  const text = propertiesStub(
    ['a.xml'],
    [{ kind: 'property', text: '${a b=ü#}', broker: 'b1', message: 'one\ntwo=3' }],
  )
  expect(text?.split('\n').slice(3, 5)).toEqual(['# one two=3', '#a\\ b\\=\\u00fc\\#='])
})

test('users whose names differ have different keys', () => {
  const keys = ['bridge', 'bridge user', 'bridge_user', 'bridge-user', 'brücke', 'br_cke', ''].map(
    passwordKey,
  )
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys[0]).toBe('bridge.password')
  expect(keys.filter((key) => !/^[A-Za-z0-9._-]+$/.test(key))).toEqual([])
})
