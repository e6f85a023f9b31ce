import { EMPTY_DOCUMENT } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { runAction } from '../actions/index.ts'
import { createStore } from '../createStore.ts'
import { fakePorts } from '../fakePorts.ts'
import { applyAllFixes } from '../gestures/findings.ts'
import { checksStateOf, findingsOf } from './findings.ts'
import type { Ports } from '../ports.ts'
import { QUICK_CHECKS } from './quickChecks.ts'
import { followSlowChecks } from './slowChecks.ts'

type Asked = Parameters<NonNullable<Ports['slowChecks']>>

/** A store whose slow checks answer when the test says so. */
function opened() {
  const asked: { readonly args: Asked; readonly answer: (findings: readonly Finding[]) => void }[] = []
  const ports = {
    ...fakePorts(),
    slowChecks: (...args: Asked) =>
      new Promise<readonly Finding[]>((answer, reject) => {
        args[1].addEventListener('abort', () => reject(new Error('given up')))
        asked.push({ args, answer })
      }),
  }
  const document = { ...EMPTY_DOCUMENT, design: sketch('a -> b') }
  const store = createStore(ports, { document, checks: QUICK_CHECKS })
  followSlowChecks(store)
  ports.passTime()
  return { store, ports, asked }
}

const finding = { check: 'x', at: [{ broker: 'b1' }], severity: 'error' } as unknown as Finding

test('what is found so far is there while the checks run, and how far they are', () => {
  const { store, asked } = opened()
  const { total, done } = checksStateOf(store.getState())
  asked[0]?.args[2]?.({ findings: [finding], done: 2 })
  expect(findingsOf(store.getState())).toContain(finding)
  expect(checksStateOf(store.getState())).toMatchObject({ state: 'running', done: done + 2, total })
})

test('a list that did not grow is the same list', () => {
  const { store, asked } = opened()
  asked[0]?.args[2]?.({ findings: [finding], done: 1 })
  const before = findingsOf(store.getState())
  asked[0]?.args[2]?.({ findings: [finding], done: 2 })
  expect(findingsOf(store.getState())).toBe(before)
})

test('stopping gives the work up, keeps what was found and names what did not run', () => {
  const { store, asked } = opened()
  asked[0]?.args[2]?.({ findings: [finding], done: 1 })
  runAction(store, 'stop-checks')
  expect(asked[0]?.args[1].aborted).toBe(true)
  const { state, left, done, total } = checksStateOf(store.getState())
  expect(state).toBe('stopped')
  expect(left).toHaveLength(total - done)
  expect(findingsOf(store.getState())).toContain(finding)
})

test('after a stop they run again when asked to, and then all have run', async () => {
  const { store, asked } = opened()
  runAction(store, 'stop-checks')
  runAction(store, 'run-checks')
  expect(checksStateOf(store.getState()).state).toBe('running')
  asked[1]?.answer([finding])
  await Promise.resolve()
  const { state, done, total, left } = checksStateOf(store.getState())
  expect([state, done, left]).toEqual(['done', total, []])
})

test('a change of the design lets go of what was found of the one before', () => {
  const { store, ports, asked } = opened()
  asked[0]?.args[2]?.({ findings: [finding], done: 1 })
  store.getState().edit({ type: 'set-design', fields: { bridgeUser: 'bridge' } })
  expect(findingsOf(store.getState())).not.toContain(finding)
  expect(checksStateOf(store.getState()).state).toBe('running')
  ports.passTime()
  expect(asked[0]?.args[1].aborted).toBe(true)
  asked[0]?.args[2]?.({ findings: [finding], done: 3 })
  expect(findingsOf(store.getState())).not.toContain(finding)
})

test('nothing is said of findings while the checks are not loaded', () => {
  const document = { ...EMPTY_DOCUMENT, design: sketch('a -> b { name=x }; a -> c { name=x }') }
  const store = createStore(fakePorts(), { document })
  expect(findingsOf(store.getState())).toEqual([])
  expect(checksStateOf(store.getState()).state).toBe('loading')
  store.getState().setChecks(QUICK_CHECKS)
  expect(findingsOf(store.getState()).length).toBeGreaterThan(0)
})

test('all fixes of a check that asks the forecast are done one after another, as one step', async () => {
  const { store, ports, asked } = opened()
  const fixed = (broker: 'b1' | 'b2'): Finding => ({
    ...finding,
    at: [{ broker }],
    fix: {
      label: `Name ${broker}`,
      edits: [{ type: 'set-broker', id: broker, fields: { name: `n-${broker}` } }],
    },
  })
  const answered = async (at: number, findings: readonly Finding[]) => {
    ports.passTime()
    asked[at]?.answer(findings)
    await Promise.resolve()
    await Promise.resolve()
  }
  await answered(0, [fixed('b1'), fixed('b2')])
  const doing = applyAllFixes(store, 'x')
  // The second fix is that of the design as the first one left it.
  expect(store.getState().document.design.brokers.map(({ name }) => name)).toEqual(['n-b1', 'b'])
  await answered(1, [fixed('b2')])
  await answered(2, [])
  expect(await doing).toBe(2)
  expect(store.getState().document.design.brokers.map(({ name }) => name)).toEqual(['n-b1', 'n-b2'])
  expect(store.getState().past).toHaveLength(1)
})
