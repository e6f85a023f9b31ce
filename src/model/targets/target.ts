/** Where a broker runs, and so what its configuration may say. */
export type TargetId = 'self-managed' | 'amazon-mq'

/**
 * What a target does with something in a configuration.
 * `permitted`: kept. `stripped`: silently removed. `rejected`: the whole configuration is refused.
 * `unknown`: nobody has tried it; shown to users as such, never treated as allowed or refused.
 */
export type TargetVerdict = 'permitted' | 'stripped' | 'rejected' | 'unknown'
