import { settingRow, type ElementId, type SettingKey } from '@meshwright/model'
import type { Finding, Place } from '@meshwright/model/checks'

/** A field's problem: the worst open finding that names it. */
export interface FieldTrouble {
  readonly severity: Finding['severity']
  readonly text: string
  readonly finding: Finding
}

/**
 * What is wrong with one field of an element, by the open findings that name it. What would cure it is said where
 * there is a fix, since the fault itself stands above; findings come worst first.
 *
 * @param field - The key of a setting, or the field's own name: `name`, `uri`, `excluded`.
 */
export function troubleWith(
  findings: readonly Finding[],
  id: ElementId,
  field: string,
): FieldTrouble | undefined {
  const spelled = xmlName(field)
  const finding = findings.find((each) =>
    each.at.some(
      (place) => isAbout(place, id) && 'setting' in place && [field, spelled].includes(place.setting),
    ),
  )
  return (
    finding && {
      severity: finding.severity,
      text: finding.fix ? `${finding.fix.label}.` : finding.title,
      finding,
    }
  )
}

function isAbout(place: Place, id: ElementId): boolean {
  return ('broker' in place && place.broker === id) || ('connector' in place && place.connector === id)
}

function xmlName(field: string): string | undefined {
  const row = settingRow(field as SettingKey) as ReturnType<typeof settingRow> | undefined
  return row?.xml
}
