import { expect, test } from 'vitest'
import { readFiles } from '../readFiles.ts'

interface Given {
  readonly path?: string
  readonly name: string
  readonly leads: Readonly<Record<string, string>>
  readonly amazon?: boolean
}

function read(...given: readonly Given[]) {
  const outcome = readFiles(
    given.map(({ path, name, leads, amazon = false }) => ({
      path: path ?? `${name}.xml`,
      bytes: new TextEncoder().encode(
        `<broker xmlns="http://activemq.apache.org/schema/core"${amazon ? '' : ` brokerName="${name}"`}><networkConnectors>
${Object.entries(leads)
  .map(([connector, uri]) => `<networkConnector name="${connector}" uri="${uri}"/>`)
  .join('\n')}
</networkConnectors>${amazon ? '' : '<transportConnectors><transportConnector name="o" uri="tcp://0.0.0.0:61616"/></transportConnectors>'}</broker>`,
      ),
    })),
  )
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  const { document, questions } = outcome.value
  const { brokers, connectors } = document.design
  const nameOf = (id: string) => brokers.find((broker) => broker.id === id)?.name
  return {
    brokers: brokers.map(({ name }) => name),
    leads: connectors.map(({ name, to }) => `${name} > ${nameOf(to)}`),
    asked: questions.map(({ kind, message }) => `${kind}: ${message}`),
  }
}

const id = (digit: string) => `${digit.repeat(8)}-1234-1234-1234-123456789012`
const endpoint = (digit: string) => `static:(ssl://b-${id(digit)}-1.mq.us-east-1.amazonaws.com:61617)`

test('an endpoint is known by a connector that names both of its ends, the near one rightly', () => {
  const { leads, asked } = read(
    { name: 'broker1', leads: { '1_to_2': endpoint('a') }, amazon: true },
    { name: 'broker2', leads: { '2_to_1': endpoint('b') }, amazon: true },
    { name: 'broker3', leads: {}, amazon: true },
  )
  expect(leads).toEqual(['1_to_2 > broker2', '2_to_1 > broker1'])
  expect(asked).toEqual([])
})

test('an endpoint is asked about where the connector names the far end alone, or the near end wrongly', () => {
  for (const name of ['link_2', '3_to_2']) {
    const { leads, asked } = read(
      { name: 'broker1', leads: { [name]: endpoint('a') }, amazon: true },
      { name: 'broker2', leads: {}, amazon: true },
      { name: 'broker3', leads: {}, amazon: true },
    )
    expect(leads).toEqual([`${name} > broker2`])
    expect(asked).toHaveLength(1)
  }
})

test('hosts in one list that number a name are the instances of the broker of that name', () => {
  const { brokers, leads, asked } = read(
    { name: 'orders', leads: {} },
    { name: 'edge', leads: { up: 'masterslave:(tcp://orders1:61616,tcp://orders2:61616)' } },
  )
  expect(brokers).toEqual(['orders', 'edge'])
  expect(leads).toEqual(['up > orders'])
  expect(asked).toEqual([])
})

test('hosts that number one name are asked about where nothing says that they are one broker', () => {
  const { asked } = read(
    { name: 'orders', leads: {} },
    { name: 'edge', leads: { one: 'static:(tcp://orders1:61616)', two: 'static:(tcp://orders2:61616)' } },
  )
  expect(asked).toHaveLength(2)
})

test('brokers of one name that lead to each other are no pair', () => {
  const both = {
    path: 'rome/activemq.xml',
    name: 'mq',
    leads: { x: 'static:(tcp://oslo.example.com:61616)' },
  }
  const other = { path: 'oslo/activemq.xml', name: 'mq', leads: {} }
  expect(read(both, other).asked).toEqual([])
})

test('brokers of one name are asked about by their files', () => {
  const { asked } = read(
    { path: 'rome/activemq.xml', name: 'mq', leads: {} },
    { path: 'oslo/activemq.xml', name: 'mq', leads: {} },
  )
  expect(asked).toEqual([expect.stringContaining('mq (rome/activemq.xml and oslo/activemq.xml)')])
})
