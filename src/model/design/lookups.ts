import {
  effectiveName,
  type Broker,
  type Client,
  type Connector,
  type Design,
  type Note,
  type Region,
} from './design.ts'
import { formatDestination } from './destination.ts'
import { kindOf, type ElementId, type ElementKind } from './ids.ts'

/** An element with its kind. For many questions about one design use `networkOf`, which has indexes. */
type Element =
  | { readonly kind: 'region'; readonly element: Region }
  | { readonly kind: 'broker'; readonly element: Broker }
  | { readonly kind: 'connector'; readonly element: Connector }
  | { readonly kind: 'client'; readonly element: Client }
  | { readonly kind: 'note'; readonly element: Note }

function findElement(design: Design, id: ElementId): Element | undefined {
  const kind = kindOf(id)
  const element =
    kind && (listOf(design, kind) as readonly Element['element'][]).find((other) => other.id === id)
  return element && ({ kind, element } as Element)
}

/** Tells whether the design has an element with this id. Takes time with the size of the design. */
export function elementExists(design: Design, id: ElementId): boolean {
  const kind = kindOf(id)
  return (
    kind !== undefined && listOf(design, kind).some((element: { readonly id: string }) => element.id === id)
  )
}

function listOf(design: Design, kind: ElementKind): readonly { readonly id: string }[] {
  return design[`${kind}s`]
}

/** What users call an element: its name, or what stands for one. The id where there is no such element. */
export function nameOfElement(design: Design, id: ElementId): string {
  const found = findElement(design, id)
  switch (found?.kind) {
    case 'region':
    case 'broker':
      return found.element.name
    case 'connector':
      return effectiveName(found.element)
    case 'client':
      return (
        found.element.name ?? `the ${found.element.role} of ${formatDestination(found.element.destination)}`
      )
    case 'note':
      return 'the note'
    case undefined:
      return id
  }
}
