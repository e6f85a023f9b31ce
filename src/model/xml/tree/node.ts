import type { LineSpan } from '../written.ts'

/** What a node or an attribute shows of the design. */
export type About = Pick<LineSpan, 'element' | 'attribute' | 'setting'>

export interface XmlAttribute {
  readonly name: string
  readonly value: string
  /** For a name with a prefix. */
  readonly namespace?: string
  readonly about?: About
}

/** One element on its way to text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlNode[]
  /** One attribute a line. */
  readonly spread?: boolean
  readonly about?: About
}

export interface XmlComment {
  readonly comment: string
  readonly about?: About
}

export type XmlNode = XmlElement | XmlComment

/** An element with its attributes in the order given; those without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
  about?: About,
): XmlElement {
  return {
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [{ name: key, value }],
    ),
    children,
    ...(about ? { about } : {}),
  }
}

/** A comment; what would end it early is parted by a blank. */
export function comment(text: string): XmlComment {
  return { comment: ` ${text.replace(/-(?=-)/g, '- ').replace(/[\r\n\t]+/g, ' ')} ` }
}
