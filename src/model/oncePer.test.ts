import { expect, test, vi } from 'vitest'
import { oncePer } from './oncePer.ts'

test('an object is asked about once, an equal one apart', () => {
  const ask = vi.fn<(thing: { readonly name: string }) => object>(({ name }) => ({ name }))
  const told = oncePer(ask)
  const hub = { name: 'hub' }
  expect(told(hub)).toBe(told(hub))
  expect(told({ name: 'hub' })).not.toBe(told(hub))
  expect(ask).toHaveBeenCalledTimes(2)
})

test('an answer counts only for what it depended on', () => {
  const ask = vi.fn<(thing: object, by: string) => string>((_, by) => by)
  const told = oncePer(ask)
  const hub = {}
  expect([told(hub, '5.19'), told(hub, '5.19'), told(hub, '6.1')]).toEqual(['5.19', '5.19', '6.1'])
  expect(ask).toHaveBeenCalledTimes(2)
})

test('no answer is an answer too', () => {
  const ask = vi.fn<(thing: object) => undefined>(() => undefined)
  const told = oncePer(ask)
  const hub = {}
  told(hub)
  told(hub)
  expect(ask).toHaveBeenCalledTimes(1)
})
