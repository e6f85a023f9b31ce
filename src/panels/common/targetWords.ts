import { unreachable, type EngineVersion, type TargetId } from '@meshwright/model'
import { verdictFor } from '@meshwright/model/targets'

/** Where brokers run, by the names people know. */
export const TARGETS: readonly { readonly value: TargetId; readonly label: string }[] = [
  { value: 'self-managed', label: 'Self-managed ActiveMQ' },
  { value: 'amazon-mq', label: 'Amazon MQ' },
]

export function targetName(target: TargetId): string {
  return TARGETS.find(({ value }) => value === target)?.label ?? target
}

/** What the place a broker runs in does with an attribute, in the words of the inspector. */
export interface TargetWords {
  /** A sentence for the explanation of the row; absent where the target takes it. */
  readonly sentence?: string
  /** A few words beside a value that nobody set. */
  readonly detail?: string
  /** Under a value that is set and will not arrive. */
  readonly problem?: { readonly severity: 'error' | 'warning' | 'note'; readonly text: string }
}

/**
 * @param element - The XML element that carries the attribute: `networkConnector`, `broker`.
 * @param isSet - The design sets it, so that what the target does matters now.
 */
export function targetWords(
  target: TargetId,
  engine: EngineVersion,
  element: string,
  attribute: string,
  isSet: boolean,
): TargetWords {
  const { verdict, note } = verdictFor(target, engine, element, attribute)
  const where = target === 'amazon-mq' ? 'Amazon MQ' : `ActiveMQ ${engine}`
  switch (verdict) {
    case 'permitted':
      return {}
    case 'unknown': {
      const sentence = note ?? `Whether ${where} takes it is not known.`
      return { sentence, ...(isSet ? { problem: { severity: 'note', text: sentence } } : {}) }
    }
    case 'stripped': {
      const sentence = note ?? `${where} removes it.`
      return isSet
        ? { sentence, problem: { severity: 'warning', text: `${where} removes it.` } }
        : { sentence, detail: `not on ${where}` }
    }
    case 'rejected': {
      const sentence = note ?? `${where} refuses it.`
      return isSet
        ? { sentence, problem: { severity: 'error', text: sentence } }
        : { sentence, detail: `not on ${where}` }
    }
    default:
      return unreachable(verdict)
  }
}
