import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sketch } from '../../checks/sketch.ts'
import { arbitraryEdits } from '../../fixtures/arbitraryEdit.ts'
import { describeEdit } from './describeEdit.ts'
import { EMPTY_DOCUMENT } from '../document.ts'
import type { Edit } from './edit.ts'

const document = {
  ...EMPTY_DOCUMENT,
  design: sketch('region eu: hub; pair hub; hub = b; c -> b; consumer on b of queue://orders'),
}

test.each<[Edit, string]>([
  [
    { type: 'add-connector', connector: { id: 'c9', from: 'b1', to: 'b2', settings: {}, filters: {} } },
    'connect hub to b',
  ],
  [
    { type: 'place', brokers: { b1: { x: 0, y: 0 }, b2: { x: 0, y: 0 }, b3: { x: 0, y: 0 } } },
    'move 3 brokers',
  ],
  [{ type: 'place', brokers: { b1: { x: 0, y: 0 } } }, 'move hub'],
  [
    { type: 'place', regions: { r1: { x: 0, y: 0, width: 1, height: 1 } }, brokers: { b1: { x: 0, y: 0 } } },
    'move 1 region and 1 broker',
  ],
  [{ type: 'remove', ids: ['b1'] }, 'delete hub'],
  [{ type: 'remove', ids: ['b1', 'b2', 'c1'] }, 'delete 2 brokers and 1 connector'],
  [{ type: 'remove', ids: ['k1'] }, 'delete the consumer of queue://orders'],
  [{ type: 'add-broker', broker: { id: 'b9', name: 'x', instances: [{}, {}] } }, 'add pair x'],
  [{ type: 'add-region', region: { id: 'r9', name: 'us' } }, 'add region us'],
  [{ type: 'set-broker', id: 'b2', fields: { name: 'billing' } }, 'rename b to billing'],
  [{ type: 'set-broker', id: 'b2', fields: { region: 'r1' } }, 'move b to eu'],
  [{ type: 'set-broker', id: 'b1', fields: { region: null } }, 'take hub out of its region'],
  [{ type: 'set-broker', id: 'b2', fields: { instances: [{}, {}] } }, 'make b a pair'],
  [{ type: 'set-settings', id: 'c1', settings: { messageTtl: 2 } }, 'set message TTL of hub-to-b to 2'],
  [{ type: 'set-settings', id: 'c1', settings: { networkTtl: null } }, 'reset network TTL of hub-to-b'],
  [
    { type: 'set-settings', id: 'c1', settings: { conduitSubscriptions: false } },
    'turn conduit subscriptions of hub-to-b off',
  ],
  [{ type: 'set-settings', id: 'c2', settings: { duplex: true } }, 'make c-to-b duplex'],
  [
    { type: 'set-settings', id: 'c2', settings: { messageTtl: 1, consumerTtl: 1 } },
    'change the settings of c-to-b',
  ],
  [
    { type: 'set-filter', id: 'c1', list: 'excluded', destinations: [] },
    'change excluded destinations of hub-to-b',
  ],
  [{ type: 'flip-connector', id: 'c1' }, 'declare hub-to-b on b'],
  [{ type: 'set-design', fields: { target: 'amazon-mq' } }, 'run on Amazon MQ'],
  [{ type: 'set-design', fields: { engine: '5.18' } }, 'run ActiveMQ 5.18'],
  [{ type: 'ignore', finding: { check: 'x', at: [], reason: '' } }, 'ignore a finding'],
  [{ type: 'batch', label: 'Let messages make two hops', edits: [] }, 'let messages make two hops'],
  [{ type: 'batch', label: 'TTL 2 everywhere', edits: [] }, 'TTL 2 everywhere'],
])('%j: %s', (edit, words) => {
  expect(describeEdit(document, edit)).toBe(words)
})

test('every edit has words, and they hold no id where the element is there', () => {
  fc.assert(
    fc.property(arbitraryEdits({ texts: 'plain', oddities: false }), ({ document: drawn, edits }) => {
      for (const edit of edits) {
        const words = describeEdit(drawn, edit)
        expect(words).toMatch(/^\S.*\S$/s)
        expect(words).not.toMatch(/undefined|\[object|\bnull\b/)
      }
    }),
  )
})
