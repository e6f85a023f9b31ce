import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XmlElement } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { AMAZON_SCHEMA_FOLDER, AMAZON_SCHEMA_LINES } from '../fixtures/amazonSchema.ts'
import { AMAZON_ELEMENTS } from './amazon-mq-schema.ts'
import { verdictFor, verdictForChild, verdictForValue } from './verdict.ts'

const present = existsSync(AMAZON_SCHEMA_FOLDER)
if (!present) console.warn(`Not tried against Amazon's schemas: ${AMAZON_SCHEMA_FOLDER} is not there.`)

test('no element stands in the table twice, and every row has a source', () => {
  const names = AMAZON_ELEMENTS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(AMAZON_ELEMENTS.filter(({ source }) => source.length < 20)).toEqual([])
})

describe.runIf(present).each(Object.entries(AMAZON_SCHEMA_LINES))(
  "Amazon's own schema for %s",
  (line, file) => {
    // A skipped group is still described, so its schema is read only where it is.
    const schema = present ? read(join(AMAZON_SCHEMA_FOLDER, file)) : new Map<never, never>()

    test('has the same elements as the table', () => {
      const table = AMAZON_ELEMENTS.map(({ name }) => name)
      expect(table.toSorted()).toEqual([...schema.keys()].toSorted())
    })

    test('permits the same attributes at each element', () => {
      for (const [element, { attributes }] of schema) {
        const row = AMAZON_ELEMENTS.find(({ name }) => name === element)
        const listed = [row?.boolean, row?.integer, row?.long, row?.double, row?.text]
          .flatMap((names) => names?.split(' ') ?? [])
          .concat(Object.keys(row?.limited ?? {}))
        const permitted = listed.filter(
          (name) => verdictFor('amazon-mq', line, element, name).verdict === 'permitted',
        )
        expect({ element, attributes: permitted.toSorted() }).toEqual({
          element,
          attributes: [...attributes.keys()].toSorted(),
        })
      }
    })

    test('permits the same elements inside of each', () => {
      for (const [element, { children }] of schema) {
        for (const [wrapper, inside] of children) {
          expect([element, wrapper, verdictForChild('amazon-mq', line, element, wrapper).verdict]).toEqual([
            element,
            wrapper,
            'permitted',
          ])
          for (const child of inside) {
            const place = `${element}/${wrapper}`
            expect([place, child, verdictForChild('amazon-mq', line, place, child).verdict]).toEqual([
              place,
              child,
              'permitted',
            ])
          }
        }
      }
    })

    test('has the types that the table says', () => {
      for (const [element, { attributes }] of schema) {
        for (const [attribute, type] of attributes) {
          const takes = (value: string) =>
            verdictForValue('amazon-mq', line, element, attribute, value).verdict === 'permitted'
          const limited = AMAZON_ELEMENTS.find(({ name }) => name === element)?.limited?.[attribute]
          if (limited) continue
          expect([
            element,
            attribute,
            type,
            takes('true'),
            takes('7'),
            takes('7.5'),
            takes('any words'),
          ]).toEqual([element, attribute, type, ...(TAKES[type] ?? [])])
        }
      }
    })
  },
)

/** Whether a type takes `true`, `7`, `7.5` and `any words`. */
const TAKES: Readonly<Record<string, readonly boolean[]>> = {
  'xs:boolean': [true, false, false, false],
  'xs:integer': [false, true, false, false],
  'xs:short': [false, true, false, false],
  'xs:long': [false, true, false, false],
  'xs:double': [false, true, true, false],
  'xs:string': [true, true, true, true],
}

interface SchemaElement {
  readonly attributes: ReadonlyMap<string, string>
  readonly children: ReadonlyMap<string, readonly string[]>
}

const XS = { xs: 'http://www.w3.org/2001/XMLSchema' }

function read(file: string): ReadonlyMap<string, SchemaElement> {
  const document = XmlDocument.fromBuffer(readFileSync(file))
  const elements = find(document.root, 'xs:element').map((node) => {
    const attributes = find(node, 'xs:complexType/xs:attribute').map(
      (attribute) => [valueOf(attribute, 'name'), valueOf(attribute, 'type')] as const,
    )
    const children = find(node, 'xs:complexType//xs:element[@name]').map(
      (child) => [valueOf(child, 'name'), find(child, './/xs:element[@ref]').map(reference)] as const,
    )
    return [valueOf(node, 'name'), { attributes: new Map(attributes), children: new Map(children) }] as const
  })
  document.dispose()
  return new Map(elements)
}

function find(at: XmlElement, path: string): readonly XmlElement[] {
  return at.find(path, XS).filter((node) => node instanceof XmlElement)
}

function valueOf(node: XmlElement, name: string): string {
  return node.attr(name)?.value ?? ''
}

function reference(node: XmlElement): string {
  return valueOf(node, 'ref').replace('tns:', '')
}
