import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { createStore } from '../store/createStore.ts'
import { fakePorts } from '../store/fakePorts.ts'
import { actionFor, chordOf, type Press } from './shortcuts.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

test('a key press is written as the table of actions writes it', () => {
  expect(chordOf(press('b'), false)).toBe('B')
  expect(chordOf(press('z', { ctrlKey: true }), false)).toBe('Mod+Z')
  expect(chordOf(press('z', { metaKey: true }), true)).toBe('Mod+Z')
  expect(chordOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z')
  expect(chordOf(press('ArrowLeft', { shiftKey: true }), false)).toBe('Shift+ArrowLeft')
  expect(chordOf(press('ArrowLeft', { altKey: true }), false)).toBe('Alt+ArrowLeft')
})

test('digits with Shift go by their place, signs by what they are', () => {
  expect(chordOf(press('!', { code: 'Digit1', shiftKey: true }), false)).toBe('Shift+1')
  expect(chordOf(press('?', { code: 'Slash', shiftKey: true }), false)).toBe('?')
  expect(chordOf(press('?', { code: 'Minus', shiftKey: true }), false)).toBe('?')
  expect(chordOf(press('+', { code: 'Equal', shiftKey: true, ctrlKey: true }), false)).toBe('Mod++')
})

test('on a Mac, Ctrl is not the command key', () => {
  expect(chordOf(press('z', { ctrlKey: true }), true)).not.toBe('Mod+Z')
})

function store() {
  const made = createStore(fakePorts(), { document: { ...EMPTY_DOCUMENT, design: sketch('a = b') } })
  made.getState().select(['b1'])
  return made
}

test('plain letters mean nothing while something is typed; saving and the command palette do', () => {
  expect(actionFor(store(), 'B', 'typing')).toBeUndefined()
  expect(actionFor(store(), 'Delete', 'typing')).toBeUndefined()
  expect(actionFor(store(), 'Mod+Z', 'typing')).toBeUndefined()
  expect(actionFor(store(), 'Mod+S', 'typing')).toBe('save-file')
  expect(actionFor(store(), 'Mod+K', 'typing')).toBe('palette')
})

test('arrow keys move things only on the drawing', () => {
  expect(actionFor(store(), 'ArrowLeft', 'drawing')).toBe('nudge-left')
  expect(actionFor(store(), 'ArrowLeft', 'page')).toBeUndefined()
  expect(actionFor(store(), 'C', 'page')).toBe('connect')
})
