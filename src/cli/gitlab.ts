import type { Network } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { fingerprints } from './fingerprint.ts'
import type { Input } from './input.ts'
import type { Io } from './io.ts'
import { pathInRepository, spotsOf } from './spots.ts'

/** Of the five words that GitLab has: info, minor, major, critical, blocker. */
const SEVERITY = { error: 'critical', warning: 'minor', note: 'info' } as const

/**
 * Findings as GitLab's code quality report, which merge requests show. Those without a file are left out: GitLab
 * refuses a report that names none.
 * @source https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, read 2026-11-22
 */
export function toGitlab(
  network: Network,
  findings: readonly Finding[],
  input: Input,
  io: Pick<Io, 'folder' | 'root'>,
): readonly object[] {
  const prints = fingerprints(network, findings)
  return findings.flatMap((finding, index) => {
    const [spot] = spotsOf(network, finding, input)
    if (spot?.file === undefined) return []
    return [
      {
        description: finding.message,
        check_name: finding.check,
        fingerprint: prints[index],
        severity: SEVERITY[finding.severity],
        location: {
          path: pathInRepository(spot.file, io),
          lines: { begin: spot.region.startLine, end: spot.region.endLine ?? spot.region.startLine },
        },
      },
    ]
  })
}
