import { expect, test } from 'vitest'
import { ariaKeys, keyNames } from './keys.ts'

test('Mod is Ctrl on most keyboards and the command sign on a Mac', () => {
  expect(keyNames('Mod+Shift+K', 'other')).toEqual(['Ctrl', 'Shift', 'K'])
  expect(keyNames('Mod+Shift+K', 'mac')).toEqual(['⌘', '⇧', 'K'])
})

test('the plus key is a key, not a joint', () => {
  expect(keyNames('Mod++', 'other')).toEqual(['Ctrl', '+'])
  expect(keyNames('+', 'other')).toEqual(['+'])
})

test('aria-keyshortcuts gets the words the standard lists', () => {
  expect(ariaKeys('Mod+K', 'other')).toBe('Control+K')
  expect(ariaKeys('Mod++', 'mac')).toBe('Meta+Plus')
})
