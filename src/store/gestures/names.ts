import { nameOfElement, type Design, type ElementId } from '@meshwright/model'

/** `hub`, `hub and orders`, `hub, orders and 3 more`: elements for a sentence. */
export function namesOf(design: Design, ids: readonly ElementId[]): string {
  const [first, second, ...more] = ids
  if (first === undefined) return 'nothing'
  if (second === undefined) return nameOfElement(design, first)
  if (more.length === 0) return `${nameOfElement(design, first)} and ${nameOfElement(design, second)}`
  return `${nameOfElement(design, first)}, ${nameOfElement(design, second)} and ${more.length} more`
}
