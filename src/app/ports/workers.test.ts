import { expect, test } from 'vitest'
import { askWorker, hearReplies, inWorker, type Reply } from './workers.ts'

/** A worker that answers when it is told to. */
class FakeWorker extends EventTarget {
  static started: FakeWorker[] = []
  readonly heard: unknown[] = []
  isEnded = false
  constructor() {
    super()
    FakeWorker.started.push(this)
  }
  postMessage(message: unknown) {
    this.heard.push(message)
  }
  terminate() {
    this.isEnded = true
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  fail(message: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }))
  }
}

function workers() {
  const started: FakeWorker[] = []
  FakeWorker.started = started
  return { started, start: () => new FakeWorker() as unknown as Worker }
}
const wanted = () => new AbortController().signal

test('a worker that has answered takes the next question', async () => {
  const { started, start } = workers()
  const ask = inWorker<string, string>(start)
  const first = ask('one', wanted())
  started[0]?.say('1')
  expect(await first).toBe('1')
  const second = ask('two', wanted())
  started[0]?.say('2')
  expect(await second).toBe('2')
  expect(started.map(({ heard, isEnded }) => [heard, isEnded])).toEqual([[['one', 'two'], false]])
})

test('a question that is not wanted any more ends its worker at once, and the next one gets another', async () => {
  const { started, start } = workers()
  const ask = inWorker<string, string>(start)
  const abort = new AbortController()
  const first = ask('one', abort.signal)
  abort.abort()
  await expect(first).rejects.toThrow('not wanted')
  expect(started[0]?.isEnded).toBe(true)
  const second = ask('two', wanted())
  started[1]?.say('2')
  expect(await second).toBe('2')
})

test('a question that was never wanted starts no worker', async () => {
  const { started, start } = workers()
  await expect(inWorker(start)('one', AbortSignal.abort())).rejects.toThrow('not wanted')
  expect(started).toEqual([])
})

test('questions at the same time have a worker each, and one of them is kept', async () => {
  const { started, start } = workers()
  const ask = inWorker<string, string>(start)
  const answers = [ask('one', wanted()), ask('two', wanted())]
  started[1]?.say('2')
  started[0]?.say('1')
  expect(await Promise.all(answers)).toEqual(['1', '2'])
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false])
})

test('a worker for one question is started beforehand and ended with its answer', async () => {
  const { started, start } = workers()
  const { ask, warm } = askWorker<string, string>(start, { once: true })
  warm()
  warm()
  expect(started).toHaveLength(1)
  const answer = ask({ question: 'one', signal: wanted(), hear: (message) => message })
  started[0]?.say('1')
  expect(await answer).toBe('1')
  expect(started.map(({ heard, isEnded }) => [heard, isEnded])).toEqual([[['one'], true]])
})

test('progress is told on the way, and what broke comes back in its words', async () => {
  const { started, start } = workers()
  const { ask } = askWorker<Reply<string, number>, string>(start)
  const told: number[] = []
  const hear = hearReplies<string, number>((progress) => told.push(progress))
  const answer = ask({ question: 'one', signal: wanted(), hear })
  started[0]?.say({ progress: 1 })
  started[0]?.say({ progress: 2 })
  started[0]?.say({ answer: 'done' })
  expect([await answer, told]).toEqual(['done', [1, 2]])

  const broken = ask({ question: 'two', signal: wanted(), hear })
  started[0]?.say({ broke: 'The file ends too early.' })
  await expect(broken).rejects.toThrow('The file ends too early.')
  expect(started[0]?.isEnded).toBe(true)
})

test('a worker that cannot be fetched says what to do', async () => {
  const { started, start } = workers()
  const answer = inWorker(start)('one', wanted())
  started[0]?.fail('')
  await expect(answer).rejects.toThrow('could not be loaded')
  expect(started[0]?.isEnded).toBe(true)
})
