import type { ElementId } from '@meshwright/model'
import { openFindings } from '../../../store/checks/findings.ts'
import { useFindings } from '../../../store/react.ts'
import { troubleWith, type FieldTrouble } from './problems.ts'

/** Asks for the problem of any field of an element. */
export function useTrouble(id: ElementId): (field: string) => FieldTrouble | undefined {
  const findings = openFindings(useFindings())
  return (field) => troubleWith(findings, id, field)
}
