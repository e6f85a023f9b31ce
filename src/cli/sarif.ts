import type { Network, Problem } from '@meshwright/model'
import { CHECKS, type Check, type Finding } from '@meshwright/model/checks'
import { fingerprints } from './fingerprint.ts'
import type { Input } from './input.ts'
import type { Io } from './io.ts'
import { sarifFix } from './sarifFix.ts'
import { pathInRepository, spotsOf, type Spot } from './spots.ts'

type Base = Pick<Io, 'folder' | 'root' | 'version'>

/** What findings are placed below: readers of SARIF put the repository's root there. */
const ROOT = '%SRCROOT%'
/** Fixes are worked out for so many findings; each takes a pass over the files it touches. */
const MOST_FIXES = 100

/**
 * Findings as SARIF 2.1.0, which code review tools read: placed at the start tag that each is about, or at the line of a
 * design file, with the changes that `fix` would make. An ignored one is there too, suppressed with its reason.
 * @source OASIS, Static Analysis Results Interchange Format 2.1.0, 2020-03-27
 * @source https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function toSarif(
  network: Network,
  findings: readonly Finding[],
  input: Input,
  problems: readonly Problem[],
  io: Base,
): object {
  const used = CHECKS.filter((check) => findings.some((finding) => finding.check === check.id))
  const prints = fingerprints(network, findings)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Meshwright',
            ...(io.version === undefined ? {} : { version: io.version }),
            rules: used.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: problems.map((problem) => notificationOf(problem, io)),
          },
        ],
        results: findings.map((finding, index) => {
          const [first, ...others] = spotsOf(network, finding, input)
          const fix = index < MOST_FIXES ? sarifFix(finding, input, (file) => artifact(file, io)) : undefined
          return {
            ruleId: finding.check,
            ruleIndex: used.findIndex((check) => check.id === finding.check),
            level: finding.severity,
            message: { text: finding.message },
            locations: first ? [locationOf(first, io)] : [],
            ...(others.length > 0
              ? {
                  relatedLocations: others.map((spot, place) => ({
                    id: place + 1,
                    ...locationOf(spot, io),
                    message: { text: spot.name },
                  })),
                }
              : {}),
            partialFingerprints: { 'meshwrightFinding/v1': prints[index] },
            ...(fix ? { fixes: [fix] } : {}),
            ...(finding.ignored === undefined
              ? {}
              : { suppressions: [{ kind: 'external', justification: finding.ignored }] }),
          }
        }),
      },
    ],
  }
}

function ruleOf({ id, title, why, severity, sources }: Check): object {
  const listed = sources.map((source) => `${source.title}: ${source.where} (${source.seen})`)
  const page = sources.find(({ where }) => /^https?:\/\/\S+$/.test(where))?.where
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: [why, ...listed].join('\n'),
      markdown: [`**${title}**`, '', why, '', ...listed.map((line) => `- ${line}`)].join('\n'),
    },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: severity },
    properties: {
      tags: ['activemq', 'configuration'],
      'problem.severity': severity === 'note' ? 'recommendation' : severity,
    },
  }
}

function notificationOf({ code, message, file, line }: Problem, io: Base): object {
  return {
    descriptor: { id: code },
    level: 'warning',
    message: { text: message },
    ...(file === undefined
      ? {}
      : { locations: [locationOf({ file, region: { startLine: line ?? 1 }, name: file }, io)] }),
  }
}

function locationOf({ file, region, name }: Spot, io: Base): object {
  return {
    ...(file === undefined ? {} : { physicalLocation: { artifactLocation: artifact(file, io), region } }),
    logicalLocations: [{ fullyQualifiedName: name }],
  }
}

/** Relative to the repository where it is in it; escaped as addresses are. */
function artifact(file: string, io: Base): object {
  const path = pathInRepository(file, io)
  const escaped = path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/%3A/g, ':'))
    .join('/')
  const whole = /^(\/|[A-Za-z]:\/)/.exec(path)
  return whole
    ? { uri: `file://${escaped.startsWith('/') ? '' : '/'}${escaped}` }
    : { uri: escaped, uriBaseId: ROOT }
}
