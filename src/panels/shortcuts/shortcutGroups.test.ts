import { expect, test } from 'vitest'
import { ACTION_IDS, actionKeys } from '../../store/actions/index.ts'
import { createStore } from '../../store/createStore.ts'
import { memoryPorts } from '../showcase/memoryPorts.ts'
import { shortcutGroups } from './shortcutGroups.ts'

const state = createStore(memoryPorts()).getState()

test('the sheet shows every key of the registry once', () => {
  const wanted = ACTION_IDS.filter((id) => actionKeys(id).length > 0).length
  const shown = shortcutGroups(state, '')
    .filter(({ title }) => title !== 'With the pointer')
    .flatMap(({ rows }) => rows)
  expect(shown).toHaveLength(wanted)
})

test('a search finds by words and by keys, and leaves empty groups out', () => {
  expect(shortcutGroups(state, 'undo').flatMap(({ rows }) => rows.map(({ label }) => label))).toContain(
    'Undo',
  )
  expect(shortcutGroups(state, 'F8').flatMap(({ rows }) => rows.map(({ label }) => label))).toContain(
    'Next finding',
  )
  expect(shortcutGroups(state, 'no such thing')).toEqual([])
})
