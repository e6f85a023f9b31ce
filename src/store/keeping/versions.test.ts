import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { describe, expect, test } from 'vitest'
import { createStore } from '../createStore.ts'
import { fakePorts } from '../fakePorts.ts'
import { goBackTo, keepVersion, keepVersions, MOST_VERSIONS, tooMany } from './versions.ts'
import type { KeptVersion } from './versionShelf.ts'

function documentOf(text: string): Document {
  return { ...EMPTY_DOCUMENT, design: sketch(text) }
}

/** A store whose design is kept, and what was put away of it. */
function keeping(text: string, trouble?: string) {
  const put: { design: string; name: string; isNamed: boolean; document: Document }[] = []
  const ports = fakePorts()
  const store = createStore({
    ...ports,
    versions: {
      list: async () => [],
      load: async () => undefined,
      keep: async (design, version) => {
        put.push({ design, ...version })
        return trouble === undefined ? { ok: true } : { ok: false, message: trouble }
      },
      remove: async () => {},
      removeAll: async () => {},
    },
  })
  keepVersions(store)
  const document = documentOf(text)
  store.getState().open(document, { kept: { id: 'design', revision: 1 } })
  const rename = (name: string) => store.getState().edit({ type: 'set-broker', id: 'b1', fields: { name } })
  return { store, put, ports, document, rename }
}

describe('versions that are put away by themselves', () => {
  test('are what was opened, once it is changed for the first time', () => {
    const { put, document, rename } = keeping('a = b')
    expect(put).toEqual([])
    rename('x')
    rename('y')
    expect(put).toEqual([{ design: 'design', name: 'As it was opened', at: 0, isNamed: false, document }])
  })

  test('are what was there before a large step, under its name; undo and redo leave none', () => {
    const { store, put, rename } = keeping('a = b')
    rename('x')
    const before = store.getState().document
    store.getState().replace(documentOf('a = b; c = d; e = f'), { label: 'import of 6 files' })
    expect(put.map(({ name }) => name)).toEqual(['As it was opened', 'Before import of 6 files'])
    expect(put[1]?.document).toBe(before)
    store.getState().undo()
    store.getState().redo()
    expect(put).toHaveLength(2)
  })

  test('wait for the id of a design that is kept with its first change', () => {
    const { store, put, rename } = keeping('a = b')
    store.getState().open(documentOf('p = q'))
    rename('x')
    expect(put).toEqual([])
    store.getState().setKept({ id: 'new', revision: 1 })
    expect(put.map(({ design }) => design)).toEqual(['new'])
  })

  test('are none of an empty design, nor of one that another took the place of', () => {
    const { store, put } = keeping('a = b')
    store.getState().open(EMPTY_DOCUMENT, { kept: { id: 'empty', revision: 1 } })
    store.getState().replace(documentOf('a = b; c = d; e = f'), { label: 'insert a topology' })
    store.getState().open(documentOf('p = q'), { kept: { id: 'other', revision: 1 } })
    expect(put).toEqual([])
  })

  test('that cannot be kept are told of once', async () => {
    const { store, ports, rename } = keeping('a = b', 'There is no room.')
    rename('x')
    store.getState().replace(documentOf('a = b; c = d; e = f'), { label: 'import' })
    await Promise.resolve()
    await Promise.resolve()
    expect(ports.toasts).toEqual(['There is no room.'])
  })
})

test('a version is kept under a name where the design is, and one can go back to it in one step', async () => {
  const { store, put, document, rename } = keeping('a = b')
  await expect(keepVersion(store, 'before the upgrade')).resolves.toBe(true)
  expect(put).toMatchObject([{ name: 'before the upgrade', isNamed: true, document }])
  rename('x')
  goBackTo(store, document, 'before the upgrade')
  expect(store.getState().document).toBe(document)
  store.getState().undo()
  expect(store.getState().document.design.brokers[0]?.name).toBe('x')
  store.getState().setKept(undefined)
  await expect(keepVersion(store, 'nowhere')).resolves.toBe(false)
})

test('of too many the oldest go, those with a name after all others', () => {
  const version = (at: number, isNamed: boolean): KeptVersion => ({
    id: `${at}`,
    name: '',
    at,
    brokers: 1,
    isNamed,
  })
  const named = Array.from({ length: 5 }, (_, index) => version(index, true))
  const others = Array.from({ length: MOST_VERSIONS }, (_, index) => version(10 + index, false))
  expect(tooMany([...others, ...named]).map(({ at }) => at)).toEqual([14, 13, 12, 11, 10])
  expect(tooMany(named)).toEqual([])
})
