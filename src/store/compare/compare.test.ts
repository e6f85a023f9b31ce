import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { describe, expect, test } from 'vitest'
import { runAction } from '../actions/index.ts'
import { answerCompare } from './answerCompare.ts'
import {
  comparedMarksOf,
  compareTitles,
  compareWith,
  followCompare,
  swapSides,
  versionsOf,
} from './compare.ts'
import { createStore } from '../createStore.ts'
import { fakePorts } from '../fakePorts.ts'

function documentOf(text: string): Document {
  return { ...EMPTY_DOCUMENT, design: sketch(text) }
}

/** A store whose comparisons are worked out at once, on demand. */
function comparing(open: string) {
  const ports = fakePorts()
  const asked: (() => void)[] = []
  const store = createStore(
    {
      ...ports,
      compare: (question, signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('called off')))
          asked.push(() => resolve(answerCompare(question)))
        }),
    },
    { document: documentOf(open) },
  )
  followCompare(store)
  const answer = async () => {
    for (const give of asked.splice(0)) give()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { store, ports, asked, answer }
}

describe('a comparison', () => {
  test('marks what the open design has, and keeps apart what only the other has', async () => {
    const { store, answer } = comparing('a = b { networkTTL=2 }; a = c')
    compareWith(store, { other: documentOf('a = b; b = d'), name: 'before' })
    expect(comparedMarksOf(store.getState())).toBeUndefined()
    await answer()
    const marks = comparedMarksOf(store.getState())
    expect([...(marks?.marks ?? [])]).toEqual([
      ['b3', 'added'],
      ['c1', 'changed'],
      ['c2', 'added'],
    ])
    expect(marks?.ghosts).toEqual({ brokers: ['b3'], connectors: ['c2'], kind: 'removed' })
    expect([...(marks?.openIds ?? [])]).toEqual([
      ['b1', 'b1'],
      ['b2', 'b2'],
    ])
  })

  test('turned around says the opposite, about the same elements', async () => {
    const { store, answer } = comparing('a = b; a = c')
    compareWith(store, { other: documentOf('a = b; b = d'), name: 'other' })
    await answer()
    swapSides(store)
    await answer()
    const marks = comparedMarksOf(store.getState())
    expect([...(marks?.marks ?? [])]).toEqual([
      ['b3', 'removed'],
      ['c2', 'removed'],
    ])
    expect(marks?.ghosts).toEqual({ brokers: ['b3'], connectors: ['c2'], kind: 'added' })
    const { compare } = store.getState().session
    expect(compare && compareTitles(compare, 'mine')).toEqual({ before: 'mine', after: 'other' })
  })

  test('follows the open design after a pause, and drops answers that nobody wants any more', async () => {
    const { store, ports, asked, answer } = comparing('a = b')
    compareWith(store, { other: documentOf('a = b'), name: 'before' })
    await answer()
    expect(store.getState().session.compare?.answer?.difference.connectors).toEqual([])
    store.getState().edit({ type: 'set-settings', id: 'c1', settings: { duplex: null } })
    expect(asked).toEqual([])
    ports.passTime()
    await answer()
    const after = store.getState().session.compare?.answer
    expect(after?.difference.connectors).toHaveLength(1)
    expect(after?.of).toBe(store.getState().document.design)
  })

  test('changes nothing: neither the document nor its history', async () => {
    const { store, answer } = comparing('a = b')
    const { document, past } = store.getState()
    compareWith(store, { other: documentOf('a = c'), name: 'other' })
    await answer()
    swapSides(store)
    await answer()
    expect(store.getState().document).toBe(document)
    expect(store.getState().past).toBe(past)
  })

  test('is closed by Escape once nothing else is held, and by opening another design', async () => {
    const { store, answer } = comparing('a = b')
    compareWith(store, { other: documentOf('a = c'), name: 'other' })
    await answer()
    store.getState().select(['b1'])
    runAction(store, 'select-nothing')
    expect(store.getState().session.compare).toBeDefined()
    runAction(store, 'select-nothing')
    expect(store.getState().session).toMatchObject({ panel: 'findings' })
    expect(store.getState().session.compare).toBeUndefined()
    compareWith(store, { other: documentOf('a = c'), name: 'other' })
    store.getState().open(documentOf('x = y'))
    expect(store.getState().session.compare).toBeUndefined()
  })

  test('that cannot be worked out says so in a sentence', async () => {
    const ports = fakePorts()
    const store = createStore(
      { ...ports, compare: () => Promise.reject(new Error('out of memory')) },
      { document: documentOf('a = b') },
    )
    followCompare(store)
    compareWith(store, { other: documentOf('a = c'), name: 'other' })
    await new Promise<void>((resolve) => {
      store.subscribe(({ session }) => session.compare?.trouble !== undefined && resolve())
    })
    expect(store.getState().session.compare?.trouble).toBe(
      'The comparison could not be worked out: out of memory. Close it and try again.',
    )
  })
})

test('the versions of a design are as it was opened and before each step that changed it, newest first', () => {
  const store = createStore(fakePorts(), { document: documentOf('a = b') })
  expect(versionsOf(store.getState())).toEqual([])
  const opened = store.getState().document
  const rename = (name: string) =>
    store.getState().edit({ type: 'set-broker', id: 'b1', fields: { name } }, { label: `rename to ${name}` })
  rename('x')
  rename('y')
  rename('z')
  expect(versionsOf(store.getState()).map(({ name }) => name)).toEqual([
    'As it was opened',
    'Before rename to z',
    'Before rename to y',
  ])
  expect(versionsOf(store.getState())[0]?.document).toBe(opened)
})
