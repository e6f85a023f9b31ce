import {
  EMPTY_DESIGN,
  type Broker,
  type Connector,
  type Design,
  type Document,
  type Layout,
} from '@meshwright/model'

/**
 * A network of `size` brokers with twice as many connectors: one in five a pair, nine in ten connectors to a near
 * neighbour, a third duplex, some with TTLs and filters. Always the same for the same size.
 */
export function benchDocument(size: number): Document {
  const next = generator(size)
  const columns = Math.ceil(Math.sqrt(size))
  const brokers: Broker[] = []
  const places: Record<string, { x: number; y: number }> = {}
  for (let i = 0; i < size; i++) {
    const pair = next() < 0.2
    const host = { scheme: 'tcp', host: `broker-${i + 1}.example.net`, port: 61616 }
    brokers.push({
      id: `b${i + 1}`,
      name: `broker-${i + 1}`,
      instances: pair ? [host, { ...host, host: `broker-${i + 1}-standby.example.net` }] : [host],
    })
    places[`b${i + 1}`] = { x: (i % columns) * 260, y: Math.floor(i / columns) * 150 }
  }
  const connectors: Connector[] = []
  const joined = new Set<string>()
  while (connectors.length < size * 2) {
    const from = Math.floor(next() * size)
    const step = [1, -1, columns, -columns][Math.floor(next() * 4)] ?? 1
    const to = next() < 0.9 ? from + step : Math.floor(next() * size)
    const key = [Math.min(from, to), Math.max(from, to)].join()
    if (to < 0 || to >= size || to === from || joined.has(key)) {
      // A small network runs out of near neighbours.
      if (next() < 0.98) continue
      if (to < 0 || to >= size || to === from) continue
    }
    joined.add(key)
    const number = connectors.length + 1
    connectors.push({
      id: `c${number}`,
      name: `broker-${from + 1}-to-broker-${to + 1}-${number}`,
      from: `b${from + 1}`,
      to: `b${to + 1}`,
      settings: {
        ...(next() < 0.33 ? { duplex: true } : {}),
        ...(next() < 0.4 ? { networkTtl: 1 + Math.floor(next() * 4) } : {}),
      },
      filters: next() < 0.2 ? { dynamic: [{ kind: 'queue', name: 'orders.>' }] } : {},
    })
  }
  const design: Design = { ...EMPTY_DESIGN, name: `Bench ${size}`, brokers, connectors }
  const layout: Layout = { brokers: places, regions: {}, notes: {} }
  return { version: 1, design, layout }
}

/** A network of one-way connectors, four on each broker, with TTLs from 1 to 4: `size` brokers, four times as many bridges. */
export function benchForecastDesign(size: number): Design {
  const next = generator(size * 7)
  const brokers = Array.from({ length: size }, (_, i): Broker => ({
    id: `b${i + 1}`,
    name: `broker-${i + 1}`,
    instances: [{}],
  }))
  const connectors = Array.from({ length: size * 4 }, (_, i): Connector => {
    const from = Math.floor(i / 4)
    const to = (from + 1 + Math.floor(next() * (size - 1))) % size
    return {
      id: `c${i + 1}`,
      name: `connector-${i + 1}`,
      from: `b${from + 1}`,
      to: `b${to + 1}`,
      settings: { networkTtl: 1 + Math.floor(next() * 4) },
      filters: {},
    }
  })
  return { ...EMPTY_DESIGN, name: `Forecast ${size}`, brokers, connectors }
}

/** A small generator of numbers from 0 to 1 (mulberry32), so that every run measures the same networks. */
function generator(seed: number): () => number {
  let state = seed + 0x6d2b79f5
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
