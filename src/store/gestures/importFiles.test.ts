import { EMPTY_DOCUMENT, pasteFragment } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { startAutosave } from '../keeping/autosave.ts'
import { createStore, type Store } from '../createStore.ts'
import { removeDesign } from '../keeping/designs.ts'
import { fakePorts } from '../fakePorts.ts'
import type { Found, GivenFile, Reader } from '../import/importing.ts'
import { answerOwn, updateOwn } from '../import/followFiles.ts'
import { keepOwnFiles } from '../import/keepOwnFiles.ts'
import { overlap } from '@meshwright/model/layout'
import { ownOf, type OwnFiles, type OwnFilesShelf } from '../import/ownFiles.ts'
import { giveBackOwn, previewOwn, readAgain, readGiven } from '../import/readGiven.ts'
import { paste } from './clipboard.ts'
import {
  addImported,
  answerImport,
  attachImported,
  endImport,
  formerIn,
  importFiles,
  openImported,
  updateImported,
} from './importFiles.ts'
import { answerReviewed, dismissReview, reviewOf, unreviewedOf } from './reviewTaken.ts'

/** The real reader, on this thread. */
const reader: Reader = {
  read: (given, open, _signal, onProgress) => readGiven(given, open, onProgress),
  again: async (found, answers, open) => readAgain(found, answers, open),
  answer: async (change, open) => answerOwn(change, open),
  update: async (former, files, open) => updateOwn(former, files, open),
  preview: async (own, before, after) => previewOwn(own, before, after),
  giveBack: async (own, design) => giveBackOwn(own, design),
}

function shelf(): OwnFilesShelf & { readonly kept: Map<string, readonly OwnFiles[]> } {
  const kept = new Map<string, readonly OwnFiles[]>()
  return {
    kept,
    load: async (id) => kept.get(id),
    save: async (id, own) => {
      kept.set(id, own)
      return { ok: true }
    },
    remove: async (id) => void kept.delete(id),
  }
}

function page() {
  const ports = { ...fakePorts(), reader, ownFiles: shelf() }
  return { ports, store: createStore(ports) }
}

const given = (path: string, text: string): GivenFile => ({
  path,
  content: new TextEncoder().encode(text),
  named: true,
})
const HUB = given(
  'hub.xml',
  '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="hub"><networkConnectors><networkConnector name="to-leaf" uri="static:(tcp://leaf:61616)"/></networkConnectors><transportConnectors><transportConnector uri="tcp://hub:61616"/></transportConnectors></broker>',
)
const LEAF = given(
  'leaf.xml',
  '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="leaf"><transportConnectors><transportConnector uri="tcp://leaf:61616"/></transportConnectors></broker>',
)

const EDGE =
  '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="edge"><networkConnectors><networkConnector name="up" uri="static:(tcp://amq1.example:61616)"/></networkConnectors></broker>'

function foundIn(store: Store): Found {
  const { importing } = store.getState().session
  if (importing?.at !== 'found') throw new Error(`Nothing was found: ${JSON.stringify(importing)}`)
  return importing.found
}

const names = (store: Store) => store.getState().document.design.brokers.map(({ name }) => name)

test('files that leave nothing to say are opened at once', async () => {
  const { store, ports } = page()
  await importFiles(store, [HUB, LEAF])
  expect(names(store)).toEqual(['hub', 'leaf'])
  expect(store.getState().session.dialog).toBeUndefined()
  expect(ports.toasts).toEqual(['Imported network opened: 2 brokers and 1 connector from 2 files.'])
})

test('what should be read first is shown, and nothing that is open changes until then', async () => {
  const { store } = page()
  const before = store.getState().document
  await importFiles(store, [HUB])
  expect(store.getState().session.dialog).toBe('import')
  expect(store.getState().document).toBe(before)
  endImport(store)
  expect(store.getState().session).not.toHaveProperty('importing')
  expect(store.getState().document).toBe(before)
})

test('an answer is worked in', async () => {
  const { store } = page()
  const twin = (path: string) => given(path, new TextDecoder().decode(LEAF.content as Uint8Array))
  await importFiles(store, [twin('one.xml'), twin('two.xml')])
  const [question] = foundIn(store).questions
  expect(question?.places).toEqual(['one.xml, line 1', 'two.xml, line 1'])
  expect(foundIn(store).counts.pairs).toBe(0)
  await answerImport(store, { [question!.key]: 'pair' })
  expect(foundIn(store).counts.pairs).toBe(1)
  expect(foundIn(store).document.sources?.answers).toEqual({ [question!.key]: 'pair' })
})

test('an opened import is kept at once, with its files; a second one gets a name of its own', async () => {
  const { store, ports } = page()
  const autosave = startAutosave(store)
  keepOwnFiles(store)
  await importFiles(store, [HUB, LEAF])
  ports.passTime()
  await autosave.flush()
  await importFiles(store, [HUB, LEAF])
  await openImported(store, foundIn(store))
  await autosave.flush()
  expect([...ports.shelf.designs.values()].map(({ entry }) => entry.name)).toEqual([
    'Imported network',
    'Imported network-2',
  ])
  expect([...ports.ownFiles.kept.values()].map((own) => own[0]?.files.length)).toEqual([2, 2])
})

test('the files come back with the design when it is opened again', async () => {
  const { store, ports } = page()
  const autosave = startAutosave(store)
  keepOwnFiles(store)
  await importFiles(store, [HUB, LEAF])
  await autosave.flush()
  const { kept, document } = store.getState()
  store.getState().open(EMPTY_DOCUMENT)
  expect(store.getState()).not.toHaveProperty('own')
  store.getState().open(document, { kept: { id: kept!.id, revision: kept!.revision } })
  await expect
    .poll(() => store.getState().own?.[0]?.files.map(({ path }) => path))
    .toEqual(['hub.xml', 'leaf.xml'])
  expect(ports.ownFiles.kept.size).toBe(1)
})

test('an added network is one step; its files are given back while it is there', async () => {
  const { store } = page()
  store.getState().open({ ...EMPTY_DOCUMENT, design: { ...sketch('hub -> x'), name: 'mine' } })
  await importFiles(store, [HUB])
  const found = foundIn(store)
  addImported(store, found, pasteFragment(store.getState().document, found.document, { x: 0, y: 0 }))
  const { document, own } = store.getState()
  expect(names(store)).toEqual(['hub', 'x', 'hub-2', 'leaf'])
  expect(
    giveBackOwn(ownOf(own, document), document.design).files.map(({ path, state }) => [path, state]),
  ).toEqual([
    ['hub.xml', 'same'],
    ['hub-2.xml', 'new'],
    ['x.xml', 'new'],
  ])
  store.getState().undo()
  expect(names(store)).toEqual(['hub', 'x'])
  expect(ownOf(own, store.getState().document)).toEqual([])
})

test('files are kept with a design that has them from elsewhere, which stays as it is', async () => {
  const { store } = page()
  store
    .getState()
    .open({ ...EMPTY_DOCUMENT, design: { ...sketch('hub -> leaf { networkTTL=2 }'), name: 'mine' } })
  const before = store.getState().document
  await importFiles(store, [HUB, LEAF], 'attach')
  attachImported(store, foundIn(store))
  const { document, own, session } = store.getState()
  expect(document).toBe(before)
  expect(session.dialog).toBe('export')
  const { files } = giveBackOwn(own ?? [], document.design)
  expect(files.map(({ path, state }) => [path, state])).toEqual([
    ['hub.xml', 'changed'],
    ['leaf.xml', 'same'],
  ])
})

test('a design that came by a link is kept once it has files', async () => {
  const { store, ports } = page()
  const autosave = startAutosave(store)
  keepOwnFiles(store)
  store
    .getState()
    .open({ ...EMPTY_DOCUMENT, design: { ...sketch('hub -> leaf'), name: 'sent' } }, { origin: 'link' })
  await importFiles(store, [HUB, LEAF], 'attach')
  attachImported(store, foundIn(store))
  ports.passTime()
  await autosave.flush()
  expect(store.getState().session.saving).toBe('saved')
  await expect.poll(() => [...ports.ownFiles.kept.values()].map((own) => own[0]?.files.length)).toEqual([2])
})

test('a reader that breaks is a sentence', async () => {
  const ports = { ...fakePorts(), reader: { ...reader, read: () => Promise.reject(new Error('no memory')) } }
  const store = createStore(ports)
  await importFiles(store, [HUB])
  const { importing } = store.getState().session
  expect(importing?.at === 'nothing' && importing.problems[0]?.message).toMatch(
    /could not be read: no memory/,
  )
})

test('opening lets go of what was found', async () => {
  const { store } = page()
  await importFiles(store, [HUB])
  await openImported(store, foundIn(store))
  expect(store.getState().session).not.toHaveProperty('importing')
  expect(store.getState().own).toHaveLength(1)
})

test('what is called off leaves nothing behind', async () => {
  let signalled: AbortSignal | undefined
  const never: Reader['read'] = (_given, _open, signal) =>
    new Promise((_resolve, reject) => {
      signalled = signal
      signal.addEventListener('abort', () => reject(new Error('Called off.')))
    })
  const ports = { ...fakePorts(), reader: { ...reader, read: never } }
  const store = createStore(ports)
  const reading = importFiles(store, [HUB])
  ports.passTime()
  expect(store.getState().session.dialog).toBe('import')
  endImport(store)
  await reading
  expect(signalled?.aborted).toBe(true)
  expect(store.getState().session).not.toHaveProperty('importing')
  expect(store.getState().session).not.toHaveProperty('dialog')
})

test('removing a design removes its files', async () => {
  const { store, ports } = page()
  const autosave = startAutosave(store)
  keepOwnFiles(store)
  await importFiles(store, [HUB, LEAF])
  await autosave.flush()
  await expect.poll(() => ports.ownFiles.kept.size).toBe(1)
  await removeDesign(store, store.getState().kept?.id ?? '')
  expect(ports.ownFiles.kept.size).toBe(0)
})

test('where the browser has no room for the files, that is said, and they stay until the page is closed', async () => {
  const full = { ...shelf(), save: async () => ({ ok: false, message: 'There is no room left.' }) as const }
  const ports = { ...fakePorts(), reader, ownFiles: full }
  const store = createStore(ports)
  const autosave = startAutosave(store)
  keepOwnFiles(store)
  await importFiles(store, [HUB, LEAF])
  await autosave.flush()
  await expect.poll(() => ports.toasts.at(-1)).toBe('There is no room left.')
  expect(store.getState().own).toHaveLength(1)
})

test('XML of a broker in the clipboard is imported; without leave to look, pasting says where to put it', async () => {
  const { store, ports } = page()
  await ports.clipboard.write(new TextDecoder().decode(HUB.content as Uint8Array))
  await paste(store)
  expect(foundIn(store).files.map(({ path }) => path)).toEqual(['pasted.xml'])
  expect(foundIn(store).document.design.name).toBe('Imported network')
  const clipboard = { ...ports.clipboard, read: () => Promise.reject(new Error('Forbidden.')) }
  await paste(createStore({ ...ports, clipboard }))
  expect(ports.toasts.at(-1)).toMatch(/Paste XML of brokers into Import configuration/)
})

test('the same files once more are no second network: nothing is opened, and an update does nothing', async () => {
  const { store, ports } = page()
  await importFiles(store, [HUB, LEAF])
  await importFiles(store, [HUB, LEAF])
  expect(formerIn(store, foundIn(store))).toMatchObject({ same: 2, changed: 0, added: 0 })
  const before = store.getState().document
  await updateImported(store, foundIn(store))
  expect(store.getState().document).toBe(before)
  expect(ports.toasts.at(-1)).toMatch(/say nothing of Imported network that it does not have/)
})

test('a file that changed on disk updates its design in one step, and what was changed by hand stays', async () => {
  const { store } = page()
  await importFiles(store, [HUB, LEAF])
  const { document, edit } = store.getState()
  const [connector] = document.design.connectors
  edit({ type: 'set-settings', id: connector!.id, settings: { duplex: true } })
  const changed = new TextDecoder()
    .decode(HUB.content as Uint8Array)
    .replace('name="to-leaf"', 'name="to-leaf" networkTTL="3"')
  await importFiles(store, [given('hub.xml', changed)])
  expect(formerIn(store, foundIn(store))).toMatchObject({ same: 0, changed: 1, added: 0 })
  await updateImported(store, foundIn(store))
  expect(names(store)).toEqual(['hub', 'leaf'])
  expect(store.getState().document.design.connectors[0]?.settings).toEqual({ duplex: true, networkTtl: 3 })
  const back = giveBackOwn(
    ownOf(store.getState().own, store.getState().document),
    store.getState().document.design,
  )
  expect(back.files.map(({ path, state }) => [path, state])).toEqual([
    ['hub.xml', 'changed'],
    ['leaf.xml', 'same'],
  ])
  expect(new TextDecoder().decode(back.files[0]?.bytes)).toContain('name="to-leaf" networkTTL="3"')
  store.getState().undo()
  expect(store.getState().document.design.connectors[0]?.settings).toEqual({ duplex: true })
})

const SPOKE = (name: string, connectors = '') =>
  given(
    `${name}.xml`,
    `<broker xmlns="http://activemq.apache.org/schema/core"><networkConnectors>${connectors}</networkConnectors></broker>`,
  )
const HUBS = [
  SPOKE(
    'broker1',
    '<networkConnector name="to_2" userName="u" uri="static:(ssl://b-aaaaaaaa-1234-1234-1234-123456789012-1.mq.us-east-1.amazonaws.com:61617)"/>',
  ),
  SPOKE('broker2'),
  SPOKE('broker3'),
]

test('a best guess opens at once, is told until somebody puts that away, and another answer is one step back and forth', async () => {
  const { store } = page()
  await importFiles(store, HUBS)
  expect(names(store)).toEqual(['broker1', 'broker2', 'broker3'])
  expect(unreviewedOf(store.getState())).toBe(1)
  const leadsTo = () => {
    const { brokers, connectors } = store.getState().document.design
    return brokers.find(({ id }) => id === connectors[0]?.to)?.name
  }
  const [first] = reviewOf(store.getState())
  const third = first?.taken.choices.find(({ label }) => label === 'broker3')?.value ?? ''
  await answerReviewed(store, first!, third)
  expect(leadsTo()).toBe('broker3')
  expect(reviewOf(store.getState())[0]?.value).toBe(third)
  store.getState().undo()
  expect(leadsTo()).toBe('broker2')
  expect(reviewOf(store.getState())[0]?.value).toBe(first?.value)
  store.getState().redo()
  expect(leadsTo()).toBe('broker3')
  const { own, document } = store.getState()
  expect(giveBackOwn(ownOf(own, document), document.design).files.map(({ state }) => state)).toEqual([
    'same',
    'same',
    'same',
  ])
  dismissReview(store)
  expect(unreviewedOf(store.getState())).toBe(0)
  expect(reviewOf(store.getState())).toHaveLength(1)
})

const TWO_OF_ONE_NAME = ['1', '2'].map((end) =>
  given(
    `amq-${end}.xml`,
    `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="amq"><persistenceAdapter><kahaDB directory="data"/></persistenceAdapter><transportConnectors><transportConnector uri="tcp://amq${end}.example:61616"/></transportConnectors></broker>`,
  ),
)

test('an answer about a pair can be changed in the open design, and back, and each file is given back', async () => {
  const { store } = page()
  await importFiles(store, [...TWO_OF_ONE_NAME, given('edge.xml', EDGE)])
  const found = foundIn(store)
  expect(found.questions.map(({ kind }) => kind)).toContain('pair')
  await openImported(store, found)
  const shape = () =>
    store
      .getState()
      .document.design.brokers.map(({ instances }) => instances.length)
      .toSorted((a, b) => a - b)
  const leadsTo = () => {
    const { connectors, brokers } = store.getState().document.design
    return connectors.map(({ to }) => brokers.some(({ id }) => id === to))
  }
  const row = () => reviewOf(store.getState()).find(({ taken }) => taken.kind === 'pair')!
  const first = shape()
  const other = row().taken.choices.find(({ value }) => value !== row().value)!.value
  await answerReviewed(store, row(), other)
  expect(shape()).toEqual(first.length === 3 ? [1, 2] : [1, 1, 1])
  expect(row().value).toBe(other)
  expect(leadsTo()).toEqual([true])
  const states = () => {
    const { own, document } = store.getState()
    return giveBackOwn(ownOf(own, document), document.design).files.map(({ state }) => state)
  }
  expect(states()).toEqual(['same', 'same', 'same'])
  await answerReviewed(store, row(), row().taken.choices.find(({ value }) => value !== other)!.value)
  expect(shape()).toEqual(first)
  expect(leadsTo()).toEqual([true])
  expect(states()).toEqual(['same', 'same', 'same'])
  store.getState().undo()
  expect(row().value).toBe(other)
})

test('an answer about regions can be changed in the open design, and their boxes do not lie across each other', async () => {
  const { store } = page()
  const sites = ['oslo-mq-1', 'rome-mq-1', 'oslo-mq-2', 'rome-mq-2'].map((host) =>
    given(
      `${host}.xml`,
      `<broker xmlns="http://activemq.apache.org/schema/core" brokerName="${host}"><networkConnectors><networkConnector uri="static:(tcp://oslo-mq-1:61616)"/></networkConnectors><transportConnectors><transportConnector uri="tcp://${host}:61616"/></transportConnectors></broker>`,
    ),
  )
  await importFiles(store, sites)
  await openImported(store, foundIn(store))
  const row = () => reviewOf(store.getState()).find(({ taken }) => taken.kind === 'regions')!
  const regions = () => store.getState().document.design.regions.map(({ name }) => name)
  expect(regions()).toEqual([])
  await answerReviewed(store, row(), 'word')
  expect(regions()).toEqual(['oslo', 'rome'])
  const [one, two] = Object.values(store.getState().document.layout.regions)
  expect(one && two && overlap(one, two)).toBe(false)
  await answerReviewed(store, row(), 'none')
  expect(regions()).toEqual([])
  expect(store.getState().document.design.brokers.some(({ region }) => region)).toBe(false)
})

test('files that are added stand among the sources of the design, and go with the step', async () => {
  const { store } = page()
  await importFiles(store, [LEAF, given('x.properties', 'a=b')])
  const far = new TextDecoder().decode(HUB.content as Uint8Array).replaceAll('hub', 'far')
  await importFiles(store, [given('far.xml', far)])
  const found = foundIn(store)
  addImported(store, found, pasteFragment(store.getState().document, found.document, { x: 0, y: 0 }))
  const paths = () => store.getState().document.sources?.files.map(({ path }) => path)
  expect(paths()).toEqual(['leaf.xml', 'x.properties', 'far.xml'])
  const { own, document } = store.getState()
  const back = giveBackOwn(ownOf(own, document), document.design).files
  expect(back.filter(({ state }) => state === 'same').map(({ path }) => path)).toEqual([
    'leaf.xml',
    'x.properties',
    'far.xml',
  ])
  store.getState().undo()
  expect(paths()).toEqual(['leaf.xml', 'x.properties'])
})
