import type { BrokerId } from '../design/ids.ts'

/** Something that a file needs and a design does not say, so that a person fills it in. */
export interface Placeholder {
  /**
   * `host`: where a broker listens. `broker-id`: the `b-…` that AWS gives a broker when it makes it. `region`: the AWS
   * Region it is in. `password`, `store` (the directory that a pair shares), `tls` (key and trust stores) and
   * `property` (an expression that somebody wrote into the design) are values of the properties file.
   */
  readonly kind: 'host' | 'broker-id' | 'region' | 'password' | 'store' | 'tls' | 'property'
  /** As it stands in the file: `broker-id-of-hub`, `${bridge.password}`. */
  readonly text: string
  /** The broker whose host, id or store it is; for the others the one whose file asks for it. */
  readonly broker: BrokerId
  /** What belongs there, in one sentence. */
  readonly message: string
}
