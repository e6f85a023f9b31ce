import type { BrokerId, Connector, Design, ElementId } from '@meshwright/model'

/** The first of `stem`, `stem-2`, `stem-3`, … that is not taken; a number at the end of the stem is counted on. */
export function freeName(stem: string, taken: readonly (string | undefined)[]): string {
  const names = new Set(taken)
  if (!names.has(stem)) return stem
  const [, head = stem, number = '1'] = /^(.*?)-(\d{1,6})$/.exec(stem) ?? []
  let next = Number(number) + 1
  while (names.has(`${head}-${next}`)) next += 1
  return `${head}-${next}`
}

/** Names an element for a sentence; the id where it has no name. */
export function nameOf(design: Design, id: ElementId): string {
  const named = [design.brokers, design.regions, design.connectors, design.clients].flatMap(
    (list: readonly { readonly id: string; readonly name?: string }[]) =>
      list.find((element) => element.id === id) ?? [],
  )[0]
  if (named?.name) return named.name
  if (design.notes.some((note) => note.id === id)) return 'a note'
  const client = design.clients.find((other) => other.id === id)
  return client ? `a ${client.role} of ${client.destination.name}` : id
}

/** `hub`, `hub and orders`, `hub, orders and 3 more`: elements for the undo menu. */
export function namesOf(design: Design, ids: readonly ElementId[]): string {
  const [first, second, ...more] = ids
  if (first === undefined) return 'nothing'
  if (second === undefined) return nameOf(design, first)
  if (more.length === 0) return `${nameOf(design, first)} and ${nameOf(design, second)}`
  return `${nameOf(design, first)}, ${nameOf(design, second)} and ${more.length} more`
}

/** The name a new connector gets: `hub-to-billing`, unlike the others declared on the same broker. */
export function freeConnectorName(design: Design, from: BrokerId, to: BrokerId, except?: Connector): string {
  const others = design.connectors.filter((other) => other.from === from && other !== except)
  return freeName(
    `${nameOf(design, from)}-to-${nameOf(design, to)}`,
    others.map((other) => other.name),
  )
}
