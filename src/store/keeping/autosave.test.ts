import { beforeEach, expect, test } from 'vitest'
import { startAutosave, type Autosave } from './autosave.ts'
import { createStore, type Store } from '../createStore.ts'
import { openDesign } from './designs.ts'
import { fakePorts, fakeShelf, type FakePorts, type FakeShelf } from '../fakePorts.ts'

interface Tab {
  readonly ports: FakePorts
  readonly store: Store
  readonly autosave: Autosave
}

let shelf: FakeShelf
beforeEach(() => {
  shelf = fakeShelf()
})

function tab(name = 'tab'): Tab {
  const ports = fakePorts(shelf, name)
  const store = createStore(ports)
  return { ports, store, autosave: startAutosave(store) }
}

const rename = ({ store }: Tab, name: string) =>
  store.getState().edit({ type: 'set-design', fields: { name } })
const nameIn = ({ store }: Tab) => store.getState().document.design.name
const saving = ({ store }: Tab) => store.getState().session.saving
const kept = () => [...shelf.designs.values()].map(({ document }) => document.design.name)

/** Ends the pause after an edit and waits for the save. */
async function settle(...tabs: readonly Tab[]): Promise<void> {
  for (const { ports } of tabs) ports.passTime()
  for (const { autosave } of tabs) await autosave.flush()
  for (const { autosave } of tabs) await autosave.flush()
}

test('a change is saved after a pause, and only then', async () => {
  const one = tab()
  rename(one, 'eu-payments')
  expect(saving(one)).toBe('unsaved')
  expect(kept()).toEqual([])
  await settle(one)
  expect(saving(one)).toBe('saved')
  expect(kept()).toEqual(['eu-payments'])
})

test('what is only opened and looked at is not put in the list', async () => {
  const one = tab()
  const { document } = one.store.getState()
  one.store
    .getState()
    .open({ ...document, design: { ...document.design, name: 'from a link' } }, { origin: 'link' })
  await settle(one)
  expect(kept()).toEqual([])
  expect(saving(one)).toBe('not-kept')
})

test('keeping a view makes a design of one’s own that can be changed', async () => {
  const one = tab()
  one.store.getState().open(one.store.getState().document, { origin: 'link', readOnly: true })
  rename(one, 'not allowed')
  await one.autosave.keep()
  expect(kept()).toEqual(['Untitled network'])
  rename(one, 'mine')
  await settle(one)
  expect(kept()).toEqual(['mine'])
})

test('a save that is refused is said, keeps the document, and is tried again with the next change', async () => {
  const one = tab()
  one.ports.refuse('This browser has no room left. Save the design as a file.')
  rename(one, 'large')
  await settle(one)
  expect(saving(one)).toBe('failed')
  expect(one.store.getState().session.trouble).toContain('no room left')
  expect(one.ports.said.at(-1)).toContain('no room left')
  expect(nameIn(one)).toBe('large')
  one.ports.refuse(undefined)
  rename(one, 'larger')
  await settle(one)
  expect(saving(one)).toBe('saved')
  expect(one.store.getState().session.trouble).toBeUndefined()
})

test('changes made while a save runs are saved after it', async () => {
  const one = tab()
  rename(one, 'first')
  one.ports.passTime()
  rename(one, 'second')
  await settle(one)
  expect(kept()).toEqual(['second'])
  expect(saving(one)).toBe('saved')
})

test('what was just changed is saved when another design is opened in its place', async () => {
  const one = tab()
  rename(one, 'first')
  await settle(one)
  rename(one, 'first, changed at the last moment')
  one.store.getState().open({ ...one.store.getState().document }, { origin: 'link' })
  await one.autosave.flush()
  expect(kept()).toEqual(['first, changed at the last moment'])
  expect(saving(one)).toBe('not-kept')
})

test('undo of the only change is saved too', async () => {
  const one = tab()
  rename(one, 'one')
  await settle(one)
  one.store.getState().undo()
  await settle(one)
  expect(kept()).toEqual(['Untitled network'])
})

async function twoTabs(): Promise<readonly [Tab, Tab]> {
  const one = tab('one')
  rename(one, 'shared')
  await settle(one)
  const two = tab('two')
  await openDesign(two.store, one.store.getState().kept?.id ?? '')
  return [one, two]
}

test('a change that is undone before it was saved leaves the design saved, and says so', async () => {
  const one = tab()
  rename(one, 'kept')
  await settle(one)
  rename(one, 'too early')
  one.store.getState().undo()
  expect(nameIn(one)).toBe('kept')
  await settle(one)
  expect(saving(one)).toBe('saved')
  expect(kept()).toEqual(['kept'])
})

test('a tab that only looks follows the other one', async () => {
  const [one, two] = await twoTabs()
  rename(one, 'changed')
  await settle(one, two)
  expect(nameIn(two)).toBe('changed')
  expect(two.store.getState().session.conflict).toBe(false)
})

test('a tab with changes of its own asks, and saves nothing until it was answered', async () => {
  const [one, two] = await twoTabs()
  rename(one, 'mine')
  rename(two, 'theirs')
  two.ports.passTime()
  await two.autosave.flush()
  await settle(one)
  expect(one.store.getState().session.conflict).toBe(true)
  expect(kept()).toEqual(['theirs'])
  rename(one, 'mine still')
  await settle(one)
  expect(kept()).toEqual(['theirs'])
})

async function conflict(): Promise<readonly [Tab, Tab]> {
  const [one, two] = await twoTabs()
  rename(one, 'mine')
  rename(two, 'theirs')
  two.ports.passTime()
  await two.autosave.flush()
  await settle(one)
  return [one, two]
}

test('keeping mine goes on with mine as a design of its own; theirs stays', async () => {
  const [one, two] = await conflict()
  await one.autosave.settle('keep-mine')
  expect(nameIn(one)).toBe('mine-2')
  expect(kept().toSorted()).toEqual(['mine-2', 'theirs'])
  rename(one, 'mine further')
  rename(two, 'theirs further')
  await settle(one, two)
  expect(kept().toSorted()).toEqual(['mine further', 'theirs further'])
  expect(one.store.getState().session.conflict).toBe(false)
  expect(two.store.getState().session.conflict).toBe(false)
})

test('taking theirs shows theirs and keeps mine in the list', async () => {
  const [one] = await conflict()
  await one.autosave.settle('take-theirs')
  await settle(one)
  expect(nameIn(one)).toBe('theirs')
  expect(kept().toSorted()).toEqual(['mine-2', 'theirs'])
})

test('opening another design while two tabs are at odds loses neither version', async () => {
  const [one] = await conflict()
  one.store.getState().open({ ...one.store.getState().document }, { origin: 'link' })
  await one.autosave.flush()
  expect(kept().toSorted()).toEqual(['mine', 'theirs'])
})

test('a conflict is not settled while there is no room for both', async () => {
  const [one] = await conflict()
  one.ports.refuse('This browser has no room left.')
  await one.autosave.settle('take-theirs')
  expect(nameIn(one)).toBe('mine')
  expect(one.store.getState().session.conflict).toBe(true)
  expect(one.store.getState().session.trouble).toContain('no room left')
})

test('a design that another tab removed stays open and is kept anew with the next change', async () => {
  const [one, two] = await twoTabs()
  await one.ports.library.remove(one.store.getState().kept?.id ?? '')
  await settle(two)
  expect(saving(two)).toBe('not-kept')
  rename(two, 'back again')
  await settle(two)
  expect(kept()).toEqual(['back again'])
})
