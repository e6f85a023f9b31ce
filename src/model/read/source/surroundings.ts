import type { TargetId } from '../../targets/target.ts'

/** What is known of a configuration from around it: a template, or the words before it. */
export interface Surroundings {
  readonly fallback?: string
  readonly aliases?: readonly string[]
  readonly target?: TargetId
  readonly engine?: string
  readonly pair?: true
  readonly users?: readonly string[]
  readonly group?: string
}
