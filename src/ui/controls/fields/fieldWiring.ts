import { createContext, useContext, useId } from 'react'
import type { Severity } from '../../marks/SeverityMark.tsx'

/** What a label, a help text or a row knows about the control inside it. */
export interface FieldWiring {
  readonly id: string
  readonly labelId: string
  readonly describedBy: string | undefined
  /** Defaults whisper: no frame until it is hovered, in focus or has a problem. */
  readonly whisper: boolean
  /** Whether the value differs from its default. Only read where `whisper` is set. */
  readonly changed: boolean
  readonly problem: Severity | undefined
}

export const FieldContext = createContext<FieldWiring | null>(null)

/** Naming a control accepts when it stands alone; inside a `Field` or `SettingRow` none of it is needed. */
export interface Naming {
  readonly id?: string | undefined
  readonly 'aria-label'?: string | undefined
  readonly 'aria-labelledby'?: string | undefined
  readonly 'aria-describedby'?: string | undefined
}

/**
 * The attributes that tie a control to its label, help and problem.
 *
 * @param ownProblem - A problem the control found itself, such as a number it cannot read.
 * @param ownProblemId - Id of the element that says so.
 */
export function useFieldWiring(own: Naming, ownProblem?: string, ownProblemId?: string) {
  const around = useContext(FieldContext)
  const fallbackId = useId()
  const label = own['aria-label']
  const severity = ownProblem === undefined ? around?.problem : 'error'
  const described = [
    own['aria-describedby'] ?? around?.describedBy,
    ownProblem === undefined ? undefined : ownProblemId,
  ]
    .filter((id) => id !== undefined)
    .join(' ')
  return {
    naming: {
      id: own.id ?? around?.id ?? fallbackId,
      'aria-label': label,
      'aria-labelledby': own['aria-labelledby'] ?? (label === undefined ? around?.labelId : undefined),
      'aria-describedby': described === '' ? undefined : described,
    },
    isWrong: severity === 'error' || undefined,
    look: {
      'data-whisper': around?.whisper || undefined,
      'data-changed': around?.changed || undefined,
      'data-problem': severity,
    },
  } as const
}
