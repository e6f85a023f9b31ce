/** A value of a template, and where it stands. */
export type TemplateNode = TemplateScalar | TemplateMap | TemplateList

interface Tagged {
  /** `!Sub`, without the mark. */
  readonly tag?: string
  /** Where it begins. */
  readonly at: number
}

export interface TemplateMap extends Tagged {
  readonly kind: 'map'
  readonly entries: readonly (readonly [string, TemplateNode])[]
}

export interface TemplateList extends Tagged {
  readonly kind: 'list'
  readonly items: readonly TemplateNode[]
}

export interface TemplateScalar extends Tagged {
  readonly kind: 'scalar'
  readonly value: string
  /** How its characters are written, and so how others must be. */
  readonly style: 'plain' | 'single' | 'double' | 'block'
  /** Where in the file each character of the value begins, and behind the last where it ends. */
  readonly places: readonly number[]
  /** Of a block: what stands before each of its lines. */
  readonly indent: string
}

export function scalar(
  value: string,
  style: TemplateScalar['style'],
  places: readonly number[],
  at: number,
): TemplateScalar {
  return { kind: 'scalar', value, style, places: [...places, (places.at(-1) ?? at - 1) + 1], indent: '', at }
}

export function range(from: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => from + index)
}

export function tagged(tag: string | undefined): { tag?: string } {
  return tag === undefined ? {} : { tag }
}

export function withTag(node: TemplateNode, tag: string | undefined): TemplateNode {
  return tag === undefined || tag === '' ? node : { ...node, tag }
}
