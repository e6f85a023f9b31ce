import type { Destination } from '../design/destination.ts'
import type { Edit } from '../design/edits/edit.ts'
import type { BrokerId, ClientId, ConnectorId, RegionId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import type { TargetId } from '../targets/target.ts'

export type Severity = 'error' | 'warning' | 'note'

/** Something a finding touches. */
export type Place =
  | { readonly broker: BrokerId; readonly setting?: string }
  | { readonly connector: ConnectorId; readonly setting?: string }
  | { readonly region: RegionId }
  | { readonly client: ClientId }

/** The change that cures a finding. Offered only where it is certain; no fix is better than a doubtful one. */
export interface QuickFix {
  /** What it does, in a few words: "Let messages make two hops". */
  readonly label: string
  readonly edits: readonly Edit[]
}

/** One hit of a check: what it touches, said of this network. */
export interface Hit {
  readonly at: readonly [Place, ...Place[]]
  /** One plain sentence with the names of this network. */
  readonly message: string
  /** Whose messages the sentence speaks of, where it names two brokers. Without a destination: any queue. */
  readonly route?: { readonly from: BrokerId; readonly to: BrokerId; readonly destination?: Destination }
  readonly fix?: QuickFix
}

export interface Source {
  readonly title: string
  /** A web address, or a file and line of a named repository. */
  readonly where: string
  /** The day it was seen or run, `YYYY-MM-DD`. */
  readonly seen: string
}

/** One rule about networks: its words, its sources, its examples, and the code that finds it. One file each. */
export interface Check {
  /** The name of its file. */
  readonly id: string
  /** Fixed: a rule that can be both is two checks. */
  readonly severity: Severity
  /** One sentence that names the fault, with a full stop. */
  readonly title: string
  /** What happens at run time, and what to do about it. */
  readonly why: string
  /** Where it applies; absent: everywhere. A hit counts only if the broker or the connector's declaring broker runs there. */
  readonly targets?: readonly TargetId[]
  readonly sources: readonly [Source, ...Source[]]
  /** It asks the forecast, so it may take longer and runs away from the hand. */
  readonly needsForecast?: true
  /** Sketches (see sketch.ts): `bad` gives this finding and no other of this check's severity or higher; `good` gives none of this check. */
  readonly examples: {
    readonly bad: string
    readonly good: string
    /** Other checks, as severe or more, that no network with this fault can help setting off. */
    readonly also?: readonly string[]
  }
  /** Its rule's ids in the lists the project started from, such as `MQ041`, `nc-duplex-both-ends`. */
  readonly covers: readonly string[]
  /** A check that offers a fix only once it has been tried asks the second argument. */
  readonly find: (network: Network, trial: Trial) => Iterable<Hit>
}

/** Trying a fix before it is offered. */
export interface Trial {
  /** `false` while a fix is being tried: no fix for what is left is looked for then. */
  readonly wanted: boolean
  /**
   * Tells whether a network that a fix makes has a kind of error that this network has not. `asked`: ids of the checks
   * that the fix could set off, for a fix that follows the hand; absent: all.
   */
  readonly bringsErrors: (changed: Network, asked?: readonly string[]) => boolean
}

/** A hit with the words of its check: what users see. */
export interface Finding extends Hit {
  readonly check: string
  readonly severity: Severity
  readonly title: string
  readonly why: string
  readonly sources: readonly Source[]
  /** Why somebody decided to live with it. */
  readonly ignored?: string
}
