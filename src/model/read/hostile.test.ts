import { expect, test } from 'vitest'
import { encode } from './text/encoding.ts'
import { patchFiles } from './patch/patchFile.ts'
import { readFiles } from './readFiles.ts'

const NS = 'xmlns="http://activemq.apache.org/schema/core"'

function read(text: string) {
  const bytes = encode(text, { encoding: 'utf-8', mark: false })
  const outcome = readFiles([{ path: 'a.xml', bytes }])
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  const [back] = patchFiles(outcome.value, outcome.value.document.design).files
  expect(back?.changed).toBe(false)
  return { ...outcome.value, problems: outcome.problems }
}

test('a hundred thousand attributes are a thousand and a sentence', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `a${index}="x"`).join(' ')
  const { document, problems } = read(
    `<broker ${NS} brokerName="a"><networkConnectors><networkConnector uri="static:(tcp://b:1)" ${many}/></networkConnectors></broker>`,
  )
  expect(Object.keys(document.design.connectors[0]?.extra ?? {})).toHaveLength(999)
  expect(problems.map(({ message }) => message).join()).toContain('more than 1000 attributes')
})

test('elements inside one another without end are cut off, and what came before them is read', () => {
  const { document, problems } = read(
    `<broker ${NS} brokerName="a"><networkConnectors><networkConnector uri="static:(tcp://b:1)"/></networkConnectors>${'<x>'.repeat(300_000)}`,
  )
  expect(document.design.connectors).toHaveLength(1)
  expect(problems.map(({ message }) => message).join()).toContain('too many elements inside one another')
})

test('more connectors than anybody has are the first ten thousand', () => {
  const connectors = Array.from(
    { length: 20_000 },
    (_, index) => `<networkConnector name="n${index}" uri="static:(tcp://b:1)"/>`,
  ).join('')
  const { document, problems } = read(
    `<broker ${NS} brokerName="a"><networkConnectors>${connectors}</networkConnectors></broker>`,
  )
  expect(document.design.connectors).toHaveLength(10_000)
  expect(problems.map(({ message }) => message).join()).toContain(
    '20,000 connectors; 1,000 brokers and 10,000',
  )
})

test('more addresses than anybody has are as many as a canvas holds', () => {
  const connectors = Array.from({ length: 300 }, (_, index) => {
    const places = Array.from({ length: 40 }, (__, at) => `tcp://h${index}-${at}:1`)
    return `<networkConnector name="n${index}" uri="static:(${places.join(',')})"/>`
  })
  const { document, problems } = read(
    `<broker ${NS} brokerName="a"><networkConnectors>${connectors.join('')}</networkConnectors></broker>`,
  )
  expect(document.design.connectors).toHaveLength(250)
  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('more than 10,000 addresses'),
  )
})

test('a problem that a file has a thousand times is told of a few times', () => {
  const { problems } = read(
    `<broker ${NS} brokerName="a">${'<!-- <networkConnector/> -->'.repeat(1000)}</broker>`,
  )
  expect(problems).toHaveLength(200)
})

test('entities that stand for each other are never expanded', () => {
  const entities = Array.from(
    { length: 30 },
    (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
  )
  const { document } = read(
    `<!DOCTYPE b [<!ENTITY e0 "boom">${entities.join('')}]><broker ${NS} brokerName="&e30;"/>`,
  )
  expect(JSON.stringify(document)).not.toContain('boom')
})
