import { DEFAULT_ENGINE, ENGINE_LINES, type EngineVersion } from '../dialects/engine.ts'
import { ENGINE_CHANGES } from '../dialects/engines.ts'
import { AMAZON_DEFAULT_ENGINE, AMAZON_ENGINES } from './amazon-mq.ts'
import { AMAZON_REGIONS, DNS_SUFFIXES, type AmazonRegion } from './amazon-mq-regions.ts'

/**
 * The catalogues that the page loads when somebody picks a Region or an engine: public/catalogue/*.json. They are made
 * from the tables here and a test holds them equal; `npm run golden` writes them anew.
 */

export interface RegionCatalogue {
  readonly regions: readonly (AmazonRegion & { readonly dnsSuffix: string })[]
}

export interface CatalogueEngine {
  readonly line: EngineVersion
  readonly changes: readonly {
    readonly since: EngineVersion
    readonly what: string
    readonly source: string
  }[]
  /** Absent: Amazon MQ never had it. */
  readonly amazonMq?: {
    readonly offered: boolean
    readonly ended?: string
    readonly note?: string
    readonly source: string
  }
}

export interface EngineCatalogue {
  /** What a new design starts with, on each target. */
  readonly defaults: { readonly 'self-managed': EngineVersion; readonly 'amazon-mq': EngineVersion }
  /** Oldest first. */
  readonly engines: readonly CatalogueEngine[]
}

export function regionCatalogue(): RegionCatalogue {
  return {
    regions: AMAZON_REGIONS.map((region) => ({
      ...region,
      dnsSuffix: DNS_SUFFIXES[region.partition].suffix,
    })),
  }
}

export function engineCatalogue(): EngineCatalogue {
  return {
    defaults: { 'self-managed': DEFAULT_ENGINE, 'amazon-mq': AMAZON_DEFAULT_ENGINE },
    engines: ENGINE_LINES.map((line) => {
      const amazon = AMAZON_ENGINES.find((engine) => engine.line === line)
      return {
        line,
        changes: ENGINE_CHANGES.filter((change) => change.line === line).map(({ since, what, source }) => ({
          since,
          what,
          source,
        })),
        ...(amazon
          ? {
              amazonMq: {
                offered: amazon.ended === undefined,
                ...(amazon.ended ? { ended: amazon.ended } : {}),
                ...(amazon.note ? { note: amazon.note } : {}),
                source: amazon.source,
              },
            }
          : {}),
      }
    }),
  }
}
