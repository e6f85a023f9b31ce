import { networkOf } from '@meshwright/model'
import { CHECKS, checkById, runChecks, type Check } from '@meshwright/model/checks'
import { sketch } from '@meshwright/model/sketch'
import type { Fact, Lab } from '../facts/fact.ts'
import type { ReadResult, SettleResult, StartResult } from '../steps.ts'
import type { Version } from '../versions.ts'
import { exportHere, moveHere } from './exported.ts'

/** What comes of a check's fault on real brokers. */
export interface Fault {
  readonly check: string
  /** What brokers of its bad example do; `refuses:` is followed by a part of what the broker says. */
  readonly shows: string
  readonly except?: Partial<Record<Version, string>>
  /** Another bad example, where that of the check cannot be run as it is. */
  readonly bad?: string
  readonly good?: string
  /** The file is written for this engine and then read by the one under test, as after a change of engines. */
  readonly writtenFor?: string
}

/** Every fault that a check says keeps a broker from starting or a connector from connecting. */
export const faults: readonly Fault[] = [
  { check: 'address-syntax', shows: 'refuses: URISyntaxException' },
  {
    check: 'attribute-newer-than-engine',
    shows: "refuses: Attribute 'autoStart' is not allowed",
    except: { '5.19.1': 'starts', '6.3.1': 'starts' },
    bad: 'a = b { autoStart=true }',
    good: 'a = b',
    writtenFor: '6.3',
  },
  { check: 'attribute-value', shows: "refuses: 'TRUE' is not a valid value for 'boolean'" },
  { check: 'bridge-user-unknown-here', shows: 'no bridge' },
  { check: 'bridge-user-unknown-there', shows: 'no bridge' },
  { check: 'connector-name-taken', shows: "refuses: Bean name 'openwire' is already used" },
  { check: 'connector-to-itself', shows: 'no bridge' },
  { check: 'discovery-scheme', shows: 'refuses: DiscoveryAgent scheme NOT recognized' },
  { check: 'duplex-remote-user', shows: 'no bridge' },
  { check: 'duplicate-broker-id', shows: 'no bridge' },
  { check: 'duplicate-broker-name', shows: 'no bridge' },
  { check: 'duplicate-connector-name', shows: "refuses: Bean name 'link' is already used" },
  { check: 'masterslave-needs-two', shows: 'refuses: Expecting at least 2 arguments' },
  { check: 'pair-reached-by-static', shows: 'retries for ever' },
  { check: 'prefetch-below-one', shows: 'refuses: prefetchSize must be > 0' },
  { check: 'same-broker-twice', shows: 'retries for ever' },
  { check: 'same-name-at-both-ends', shows: 'no bridge' },
  { check: 'same-name-duplex-both-ends', shows: 'retries for ever' },
  { check: 'unknown-attribute', shows: "refuses: Attribute 'statusKeepAlive' is not allowed" },
]

/** Checks whose words speak of starting and connecting, and that no run here can show, each with the reason. */
export const notShown: Readonly<Record<string, string>> = {
  'bridge-can-die-silently':
    'A fault of the engine that hits one handshake in many; no run brings it about at will.',
  'conduit-off-with-durables': 'Facts show it: two durable subscribers are needed beside the network.',
  'connector-gives-up': 'It starts and connects; what it says is about attempts later on.',
  'filter-leaks': 'It starts and connects; facts show that messages hang.',
}

const SAYS_SO =
  /(do|does) not start\b|from starting|stops at start|never (starts|connects|makes a bridge)|for ever|drops the bridge|without trying again/i

/** The checks that tell of brokers that do not start or connectors that do not connect. */
export function checksThatSaySo(): readonly Check[] {
  return CHECKS.filter((check) => {
    const findings = runChecks(networkOf(sketch(check.examples.bad)), { only: [check.id] })
    return [check.title, check.why, ...findings.map(({ message }) => message)].some((text) =>
      SAYS_SO.test(text),
    )
  })
}

/** Each fault as a fact: what its bad example does, and that its good example connects. */
export const faultFacts: readonly Fact[] = faults.map((fault) => {
  const check = checkById(fault.check)
  const [bad, good] = [fault.bad ?? check?.examples.bad ?? '', fault.good ?? check?.examples.good ?? '']
  const phrase = fault.shows.startsWith('refuses: ') ? fault.shows.slice('refuses: '.length) : undefined
  const both = (shown: string) =>
    `${shown}; without the fault ${phrase === undefined ? 'connects' : 'starts'}`
  return {
    id: `fault-${fault.check}`,
    says: check?.title ?? '',
    measure: async (lab) =>
      `${await outcome(lab, bad, fault.writtenFor, phrase)}; without the fault ${await outcome(lab, good, fault.writtenFor, phrase)}`,
    expected: both(fault.shows),
    ...(fault.except && {
      except: Object.fromEntries(
        Object.entries(fault.except).map(([version, text]) => [version, both(text)]),
      ),
    }),
  }
})

/**
 * `refuses: …`; `no bridge` where one does not come up, or comes up and carries nothing; `retries for ever` where one is
 * refused while its twin works; or `connects`. Where a phrase of a refusal is looked for it is enough that it `starts`.
 */
async function outcome(lab: Lab, text: string, writtenFor?: string, phrase?: string): Promise<string> {
  const drawn = moveHere(sketch(text), lab.version, { asDrawn: true })
  const design = writtenFor === undefined ? drawn : { ...drawn, engine: writtenFor }
  const { files, label } = exportHere(design)
  const network = networkOf(design)
  const drawnBridges = design.connectors.flatMap(({ name, from, to, alsoTo = [], settings }) =>
    [to, ...alsoTo].flatMap((far) => [
      { name, from, to: far },
      ...(settings.duplex === true ? [{ name, from: far, to: from }] : []),
    ]),
  )
  const bridges = drawnBridges.map((bridge) => ({
    at: label(bridge.from),
    clientId: `${bridge.name ?? 'NC'}_${network.nameOf(bridge.to)}_inbound_${network.nameOf(bridge.from)}`,
  }))
  const written = await lab.runner.write(files)
  // As long as it takes for all bridges to come up, and a second longer where they do not.
  const { results } = await lab.runner.perform([
    { do: 'start', brokers: written },
    ...(phrase === undefined
      ? [{ do: 'settle', bridges, quiet: 200, timeout: 1300 * lab.patience } as const]
      : []),
  ])
  const words = Object.values(results[0] as StartResult).filter((word) => word !== 'started')
  const isUp = phrase === undefined && words.length === 0 && (results[1] as SettleResult).missing.length === 0
  if (!isUp) await lab.runner.perform([{ do: 'stop' }])
  if (words.length > 0)
    return `refuses: ${words.find((word) => phrase && word.includes(phrase)) ? phrase : words.join('; ')}`
  if (phrase !== undefined) return 'starts'
  if (!isUp) return 'no bridge'
  const hasLogins = design.brokers.some(({ settings }) => settings?.users)
  const flows = hasLogins ? [] : drawnBridges.map(({ from, to }) => ({ from: label(from), to: label(to) }))
  const later = await lab.runner.perform([
    {
      do: 'consume',
      consumers: flows.map(({ to }, index) => ({
        id: `${index}`,
        at: to,
        destination: `queue://fault.${index}`,
      })),
    },
    { do: 'settle', quiet: 250, timeout: 3000 },
    {
      do: 'send',
      messages: flows.map(({ from }, index) => ({
        at: from,
        destination: `queue://fault.${index}`,
        count: 1,
      })),
    },
    { do: 'settle', quiet: 250, timeout: 3000 },
    { do: 'read' },
  ])
  await lab.runner.perform([{ do: 'stop' }])
  const { consumers } = later.results[4] as ReadResult
  const isDead = flows.some((_, index) => consumers[index]?.count !== 1)
  if (isDead) return 'no bridge'
  const isRefused = later.warnings.some((warning) => /already connected|Connection refused/.test(warning))
  return isRefused ? 'retries for ever' : 'connects'
}
