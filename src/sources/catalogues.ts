import { useOwn, type Fetched } from './queries.ts'

/** One AWS Region as `public/catalogue/amazon-mq-regions.json` has it. */
export interface CatalogueRegion {
  readonly code: string
  readonly place: string
  readonly partition: string
  readonly note?: string
}

/** One line of the engine as `public/catalogue/engines.json` has it. */
export interface CatalogueEngine {
  readonly line: string
  readonly changes: readonly { readonly since: string; readonly what: string; readonly source: string }[]
  readonly amazonMq?: { readonly offered: boolean; readonly ended?: string; readonly source?: string }
}

/** The AWS Regions that have Amazon MQ. */
export function useRegionCatalogue(): Fetched<readonly CatalogueRegion[]> {
  return useOwn('catalogue/amazon-mq-regions.json', (text) => listIn<CatalogueRegion>(text, 'regions'))
}

/** The lines of ActiveMQ, what changed with them, and which of them Amazon MQ offers. */
export function useEngineCatalogue(): Fetched<readonly CatalogueEngine[]> {
  return useOwn('catalogue/engines.json', (text) => listIn<CatalogueEngine>(text, 'engines'))
}

/** Our own files, made by our own build: only their outline is checked. */
function listIn<T>(text: string, key: string): readonly T[] {
  const value: unknown = JSON.parse(text)
  const list = (value as Record<string, unknown>)[key]
  if (!Array.isArray(list)) throw new Error(`The catalogue holds no "${key}". Reload the page.`)
  return list as readonly T[]
}
