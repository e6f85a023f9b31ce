import { describe, expect, test } from 'vitest'
import { broker, connector, read, type Files } from '../../fixtures/fileSketches.ts'

describe('regions', () => {
  const at = (host: string, port: number, peer: string) =>
    broker(host.split('.')[0] ?? '', port, connector(`static:(tcp://${peer})`)).replace('0.0.0.0', host)
  const regionOf = (files: Files) => {
    const { design } = read(files)
    return design.brokers.map(({ region }) => design.regions.find(({ id }) => id === region)?.name)
  }

  test('are what stands behind the first dot, without what all share', () => {
    expect(
      regionOf({
        'a.xml': at('mq1.oslo.example.com', 1, 'mq2.rome.example.com:2'),
        'b.xml': at('mq2.rome.example.com', 2, 'mq1.oslo.example.com:1'),
      }),
    ).toEqual(['oslo', 'rome'])
  })

  test('are none where hosts are in one domain, or are numbers', () => {
    expect(
      regionOf({
        'a.xml': at('a.example.com', 1, 'b.example.com:2'),
        'b.xml': at('b.example.com', 2, 'a.example.com:1'),
      }),
    ).toEqual([undefined, undefined])
    expect(
      regionOf({ 'a.xml': at('10.0.1.1', 1, '10.0.2.1:2'), 'b.xml': at('10.0.2.1', 2, '10.0.1.1:1') }),
    ).toEqual([undefined, undefined])
  })

  const four = (...hosts: readonly string[]) =>
    Object.fromEntries(
      hosts.map((host, index) => [
        `${host}.xml`,
        at(host, index + 1, `${hosts[(index + 1) % hosts.length]}:${((index + 1) % hosts.length) + 1}`),
      ]),
    )

  test('are asked about where only the first words of hosts part them', () => {
    const files = four('oslo-mq-1', 'oslo-mq-2', 'rome-mq-1', 'rome-mq-2')
    expect(read(files).questions.map(({ kind, choices }) => [kind, choices[0]?.value])).toEqual([
      ['regions', 'none'],
    ])
    expect(regionOf(files)).toEqual([undefined, undefined, undefined, undefined])
    const { design } = read(files, { regions: 'word' })
    expect(design.regions.map(({ name }) => name)).toEqual(['oslo', 'rome'])
    expect(read(four('mq-1', 'mq-2')).questions).toEqual([])
  })

  test('are asked about where some hosts have no domain', () => {
    const files = four('a.oslo.example.com', 'b.rome.example.com', 'c')
    expect(read(files).questions.map(({ choices }) => choices[0]?.value)).toEqual(['domain'])
    expect(read(files).design.regions.map(({ name }) => name)).toEqual(['oslo', 'rome'])
    expect(read(files, { regions: 'none' }).design.regions).toEqual([])
  })

  test('are those of Amazon MQ endpoints', () => {
    const id = 'b-1234a5b6-78cd-901e-2f34-5678a90b1c2d'
    expect(
      regionOf({
        'a.xml': broker('a', 1, connector(`static:(ssl://${id}-1.mq.eu-west-1.amazonaws.com:61617)`)),
      }),
    ).toEqual([undefined, 'eu-west-1'])
  })
})
