import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import type { Destination } from '../../design/destination.ts'
import { networkOf } from '../../network/network.ts'
import { moveConsumer } from './moveConsumer.ts'
import { moveSentences } from './moveWords.ts'

const queue: Destination = { kind: 'queue', name: 'q' }
const topic: Destination = { kind: 'topic', name: 't' }

function said(text: string, destination: Destination, isDurable?: boolean): readonly string[] {
  const network = networkOf(sketch(text))
  const [a, b] = network.design.brokers
  if (!a || !b) throw new Error('Two brokers are needed.')
  const move = moveConsumer(network, { from: b.id, to: a.id, destination, producers: [a.id] })
  return moveSentences(network, move, isDurable)
}

test('what has crossed stays behind, and replay brings it back', () => {
  expect(said('broker a; broker b; a = b', queue)).toEqual([
    'Waiting messages sent on a stay behind on b. With replayWhenNoConsumers on every broker all follow.',
  ])
})

test('with a replay policy they follow', () => {
  const replay = 'policy on b for queue://> { replayWhenNoConsumers=true }'
  expect(said(`broker a; broker b; a = b; ${replay}`, queue)).toEqual([
    'Waiting messages sent on a follow it to a.',
  ])
})

test('without a way there is nothing to leave behind', () => {
  expect(said('broker a; broker b', queue)).toEqual(['No messages come to b for it, so none are left there.'])
})

test('a durable subscription stays where it was, and a virtual topic is advised', () => {
  const sentences = said('broker a; broker b; a = b', topic, true)
  expect(sentences[0]).toBe(
    'The durable subscription stays on b with all that is stored for it, and more is stored there until somebody unsubscribes; on a a new one begins. a-to-b still forwards for it to b.',
  )
  expect(sentences[1]).toContain('Use a virtual topic instead')
})

test('a subscriber that is not durable leaves nothing', () => {
  expect(said('broker a; broker b; a = b', topic, false)).toEqual([
    'A subscriber that is not durable gets on a what is published from then on; nothing was kept for it on b.',
  ])
})
