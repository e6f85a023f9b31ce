/**
 * Ids inside one document. A letter says the kind and a number makes it unique: `b3` is a broker.
 * They are counted, not random, so that the model needs no randomness and links can leave them out.
 */
export type RegionId = `r${number}`
export type BrokerId = `b${number}`
export type ConnectorId = `c${number}`
export type ClientId = `k${number}`
export type NoteId = `n${number}`
export type ElementId = RegionId | BrokerId | ConnectorId | ClientId | NoteId

export type ElementKind = 'region' | 'broker' | 'connector' | 'client' | 'note'

const KINDS = { r: 'region', b: 'broker', c: 'connector', k: 'client', n: 'note' } as const

/** Tells what kind of element an id names; `undefined` for text that is no id. */
export function kindOf(id: string): ElementKind | undefined {
  return /^[rbckn]\d+$/.test(id) ? KINDS[id[0] as keyof typeof KINDS] : undefined
}

export function isRegionId(id: string): id is RegionId {
  return kindOf(id) === 'region'
}
export function isBrokerId(id: string): id is BrokerId {
  return kindOf(id) === 'broker'
}
export function isConnectorId(id: string): id is ConnectorId {
  return kindOf(id) === 'connector'
}
export function isClientId(id: string): id is ClientId {
  return kindOf(id) === 'client'
}
export function isNoteId(id: string): id is NoteId {
  return kindOf(id) === 'note'
}

/** The first id after the highest one in use, so an id is never given twice within one state of a document. */
export function nextId<Letter extends keyof typeof KINDS>(
  letter: Letter,
  existing: readonly { readonly id: string }[],
): `${Letter}${number}` {
  let highest = 0
  for (const { id } of existing) highest = Math.max(highest, Number(id.slice(1)))
  return `${letter}${highest + 1}`
}
