import type { Remote } from '../source/addresses.ts'
import type { SourceConnector } from '../source/source.ts'

/** Somebody uses a place: which connector of which broker. */
export interface Use {
  readonly by: number
  readonly connector: SourceConnector
  readonly remote: Remote
  /** The places that stand for one broker beside it, in a `failover:` or `masterslave:` list; the same text for each of them. */
  readonly list?: string
}

/** What was decided about one place that addresses lead to. */
export interface Match {
  readonly key: string
  /** Brokers that may be it, the likeliest first, by their place in the list of brokers. Empty: nobody owns it. */
  readonly candidates: readonly number[]
  /** The files alone do not tell: the first candidate is a guess. */
  readonly asked: boolean
  /** It is not asked, and yet no address says so: the names of connectors alone do, or a port that one broker has. */
  readonly guess?: 'name' | 'port'
  /** It is asked for one reason: the first two are as likely. They may be the instances of one pair. */
  readonly tied?: true
  /** Likelier than any candidate is a broker that no file describes. */
  readonly outside?: true
}

/** The broker that a place is taken for, by its place in the list of brokers. */
export function likeliest(match: Match | undefined): number | undefined {
  return match?.outside ? undefined : match?.candidates[0]
}
