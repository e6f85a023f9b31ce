import type { Network } from '@meshwright/model'
import { CHECKS, type Finding } from '@meshwright/model/checks'
import type { Reading } from '@meshwright/model/read'
import { formatPlace, namePlace } from './places.ts'

const LEVEL = { error: 'error', warning: 'warning', note: 'note' } as const

/**
 * Findings as SARIF 2.1.0, which code review tools read. Every finding is placed in the file and line
 * that it is about, or in the design file; an ignored one is
 * there too, suppressed with its reason.
 * @source OASIS, Static Analysis Results Interchange Format 2.1.0, 2020-03-27
 */
export function toSarif(
  network: Network,
  findings: readonly Finding[],
  file: string,
  reading?: Reading,
): object {
  const used = CHECKS.filter((check) => findings.some((finding) => finding.check === check.id))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Meshwright',
            rules: used.map((check) => ({
              id: check.id,
              shortDescription: { text: check.title },
              fullDescription: { text: check.why },
              defaultConfiguration: { level: LEVEL[check.severity] },
            })),
          },
        },
        results: findings.map((finding) => ({
          ruleId: finding.check,
          ruleIndex: used.findIndex((check) => check.id === finding.check),
          level: LEVEL[finding.severity],
          message: { text: finding.message },
          locations: finding.at.map((place) => {
            const named = namePlace(network, place, reading)
            return {
              physicalLocation: {
                artifactLocation: { uri: (named.file ?? file).replaceAll('\\', '/') },
                region: { startLine: named.line ?? 1 },
              },
              logicalLocations: [{ fullyQualifiedName: formatPlace(named) }],
            }
          }),
          ...(finding.ignored === undefined
            ? {}
            : { suppressions: [{ kind: 'external', justification: finding.ignored }] }),
        })),
      },
    ],
  }
}
