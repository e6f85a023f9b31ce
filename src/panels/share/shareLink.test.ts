import { EMPTY_DOCUMENT } from '@meshwright/model'
import { decodeLink } from '@meshwright/model/share'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from 'vitest'
import { answerLink } from '../../store/keeping/answerLink.ts'
import {
  brokenPlaces,
  embedCode,
  lengthInWords,
  linkQuestion,
  sharedLink,
  type ShareChoices,
} from './shareLink.ts'

const ALL: ShareChoices = {
  mode: 'copy',
  drawing: true,
  notes: true,
  ignored: true,
  finding: false,
  label: '',
  theme: 'system',
  panels: [],
}
const document = {
  ...EMPTY_DOCUMENT,
  design: { ...sketch('a = b; b -> c'), notes: [{ id: 'n1' as const, text: 'Settled payments reach c.' }] },
  layout: {
    brokers: { b1: { x: 10, y: 20 }, b2: { x: 400, y: 20 }, b3: { x: 400, y: 300 } },
    regions: {},
    notes: { n1: { x: 0, y: 500, width: 200, height: 80 } },
  },
}
const link = (choices: Partial<ShareChoices>) => {
  const chosen = { ...ALL, ...choices }
  const pointing = { check: 'ttl-strand', selected: ['b2'] } as const
  const question = linkQuestion(document, chosen, '2026-11-22', pointing)
  return sharedLink(answerLink(question), 'https://design.example/', chosen)
}

test('a link opens the same design', () => {
  const read = decodeLink(link({}).url)
  expect(read.ok && read.value.document).toEqual(document)
})

test('what is left out of a link is not in it, and what it would add is still told', () => {
  const { url, adds, characters } = link({ notes: false })
  const read = decodeLink(url)
  expect(read.ok && read.value.document.design.notes).toEqual([])
  expect(adds.notes).toBe(link({}).characters - characters)
})

test('a link can open read-only, at the finding that is open here, with a name for this state', () => {
  const read = decodeLink(link({ mode: 'view', finding: true, label: ' after the review ' }).url)
  expect(read.ok && read.value.view).toEqual({ mode: 'view', check: 'ttl-strand', selected: ['b2'] })
  expect(read.ok && read.value.stamp).toEqual({ date: '2026-11-22', label: 'after the review' })
})

test('an embedding link says its theme and panels; another mode says neither', () => {
  const wanted = { theme: 'dark', panels: ['findings'] } as const
  const embedded = decodeLink(link({ mode: 'embed', ...wanted }).url)
  expect(embedded.ok && embedded.value.view).toEqual({ mode: 'embed', ...wanted })
  const copy = decodeLink(link(wanted).url)
  expect(copy.ok && copy.value.view).toEqual({})
})

test('pointing at a finding costs what it adds', () => {
  expect(link({ finding: true }).characters - link({}).characters).toBe(link({}).adds.finding)
})

test.each([
  [612, 'short enough for all three'],
  [1010, 'just short enough for Outlook'],
  [1025, 'too long for Outlook'],
  [3901, 'too long for Outlook, Teams and Slack'],
])('%i characters are %s', (characters, words) => {
  expect(lengthInWords(characters)).toBe(words)
})

test('each place that breaks says how', () => {
  expect(brokenPlaces(2100)).toHaveLength(2)
  expect(brokenPlaces(612)).toEqual([])
})

test('the name of a design cannot break out of the code to paste', () => {
  expect(embedCode('https://x.example/#d1.a&m=embed', '"><script>', '100%', 480)).toBe(
    '<iframe src="https://x.example/#d1.a&amp;m=embed" title="&quot;>&lt;script>" width="100%" height="480" loading="lazy"></iframe>',
  )
})
