import { expect, test } from 'vitest'
import { FIRST_FRAME, readFrame } from './frame.ts'

test('what was remembered is taken, and only what fits', () => {
  const text = JSON.stringify({
    theme: 'dark',
    palette: false,
    bottomHeight: 9000,
    inspectorWidth: '300',
    wheel: 'fly',
    more: 1,
  })
  expect(readFrame(text)).toEqual({ ...FIRST_FRAME, theme: 'dark', palette: false })
})

test.each([undefined, '', 'null', '[]', '{', '7'])('%s is a first visit', (text) => {
  expect(readFrame(text)).toEqual(FIRST_FRAME)
})
