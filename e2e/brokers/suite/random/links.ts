import type { Draw } from './draw.ts'

/** Which brokers are to have a connector between them, by number; the first declares it. */
export type Link = readonly [from: number, to: number]

/** Networks as people draw them, and any. All brokers of one hang together. */
const SHAPES = ['any', 'any', 'any', 'any', 'chain', 'ring', 'star', 'mesh', 'two-hubs'] as const

export function linksOf(size: number, draw: Draw): readonly Link[] {
  const shape = draw.pick(SHAPES)
  const drawn = shape === 'any' ? anyLinks(size, draw) : linksIn(shape, size)
  return drawn.map(([from, to]) => (draw.chance(0.5) ? [to, from] : [from, to]))
}

/** The first ones make one network of all; the rest close circles or stand beside others. */
function anyLinks(size: number, draw: Draw): readonly Link[] {
  const tree = Array.from({ length: size - 1 }, (_, i): Link => [i + 1, draw.below(i + 1)])
  const more = draw.some(0, 3, (): Link => [draw.below(size), draw.below(size)])
  return [...tree, ...more.filter(([from, to]) => from !== to)]
}

function linksIn(shape: Exclude<(typeof SHAPES)[number], 'any'>, size: number): readonly Link[] {
  const all = Array.from({ length: size }, (_, from) =>
    Array.from({ length: size }, (__, to): Link => [from, to]).filter(([a, b]) => a < b),
  ).flat()
  return all.filter(([a, b]) => {
    const isNext = b === a + 1
    switch (shape) {
      case 'chain':
        return isNext
      case 'ring':
        return isNext || (a === 0 && b === size - 1 && size > 2)
      case 'star':
        return a === 0
      case 'mesh':
        return size <= 5 || isNext || b === a + 2
      case 'two-hubs':
        return a <= 1
    }
  })
}
