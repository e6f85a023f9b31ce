import { SETTING_KEYS, settingRow } from '@meshwright/model'
import { describe, expect, test } from 'vitest'
import { GROUPS, groupInWords, settingLine, settingLines, valueInWords } from './settingLines.ts'

describe('what counts for a setting', () => {
  test('a setting left alone whispers its default', () => {
    expect(settingLine('prefetchSize', {}, '5.19')).toMatchObject({
      changed: false,
      effective: 1000,
      fallback: '1,000 messages',
      hint: undefined,
    })
  })
  test('message and consumer TTL follow network TTL', () => {
    expect(settingLine('messageTtl', { networkTtl: 3 }, '5.19')).toMatchObject({
      changed: false,
      effective: 3,
      fallback: '3 hops',
      hint: 'follows network TTL',
    })
  })
  test('network TTL beside them overrides them, and the row says so', () => {
    expect(settingLine('consumerTtl', { networkTtl: 3, consumerTtl: 1 }, '5.19')).toMatchObject({
      changed: true,
      value: 1,
      effective: 3,
      hint: 'overridden by network TTL',
    })
  })
  test('a default that changed with the engine says since when, or until when', () => {
    expect(settingLine('decreaseNetworkConsumerPriority', {}, '5.19')).toMatchObject({
      effective: true,
      hint: 'since 5.18',
    })
    expect(settingLine('decreaseNetworkConsumerPriority', {}, '5.17')).toMatchObject({
      effective: false,
      hint: 'until 5.18',
    })
  })
  test('a default that changed before every engine on offer is no news', () => {
    expect(settingLine('alwaysSyncSend', {}, '5.15').hint).toBeUndefined()
  })
  test("the user name is the design's bridge user until the connector names its own", () => {
    expect(settingLine('userName', {}, '5.19', 'bridge')).toMatchObject({
      effective: 'bridge',
      hint: "the design's bridge user",
    })
    expect(settingLine('userName', { userName: 'own' }, '5.19', 'bridge')).toMatchObject({
      effective: 'own',
      hint: undefined,
    })
  })
})

describe('the rows of a group', () => {
  test('every key stands in exactly one group, but for duplex and what the broker writes itself', () => {
    const shown = GROUPS.flatMap(({ id }) => settingLines(id, {}, '5.19').map(({ key }) => key))
    const wanted = SETTING_KEYS.filter((key) => key !== 'duplex' && settingRow(key).written === undefined)
    expect(shown.toSorted()).toEqual([...wanted].toSorted())
  })
  test('what the engine does not know is left out, unless the design sets it', () => {
    expect(settingLines('advanced', {}, '6.1').map(({ key }) => key)).not.toContain('autoStart')
    expect(
      settingLines('advanced', { autoStart: false }, '6.1').find(({ key }) => key === 'autoStart'),
    ).toMatchObject({
      known: false,
      hint: 'needs 6.2.0',
    })
  })
  test('a folded group counts what is not default', () => {
    expect(groupInWords(settingLines('advanced', {}, '5.19'))).toMatch(/^\d+ settings, all default$/)
    expect(groupInWords(settingLines('load', { prefetchSize: 1 }, '5.19'))).toBe('1 changed')
  })
})

test.each([
  [{ unit: 'hops' }, -1, 'no limit'],
  [{ unit: 'hops' }, 1, '1 hop'],
  [{}, true, 'on'],
  [{}, undefined, 'none'],
  [{ unit: 'ms' }, 60000, '60,000 ms'],
  [{ unit: 'messages' }, 1, '1 message'],
] as const)('a value in words: %j %s', (row, value, words) => {
  expect(valueInWords(row, value)).toBe(words)
})
