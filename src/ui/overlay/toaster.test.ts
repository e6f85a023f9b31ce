import { expect, test } from 'vitest'
import { createToaster } from './toaster.ts'

const texts = (toaster: ReturnType<typeof createToaster>) => toaster.shown().map((toast) => toast.text)

test('toasts stack, and the oldest goes when there is no room', () => {
  const toaster = createToaster()
  for (const text of ['one', 'two', 'three', 'four']) toaster.toast({ text })
  expect(texts(toaster)).toEqual(['two', 'three', 'four'])
})

test('a toast with the same key takes the place of the old one', () => {
  const toaster = createToaster()
  toaster.toast({ text: '3 lines changed', key: 'fix' })
  toaster.toast({ text: 'Copied' })
  toaster.toast({ text: '4 lines changed', key: 'fix' })
  expect(texts(toaster)).toEqual(['Copied', '4 lines changed'])
})

test('dismissing tells the listeners once, and not at all when nothing changes', () => {
  const toaster = createToaster()
  const id = toaster.toast({ text: 'one' })
  let calls = 0
  toaster.subscribe(() => (calls += 1))
  toaster.dismiss(id)
  toaster.dismiss(id)
  expect({ calls, left: texts(toaster) }).toEqual({ calls: 1, left: [] })
})
