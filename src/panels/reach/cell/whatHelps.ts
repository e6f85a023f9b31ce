import {
  applyEdit,
  effectiveName,
  networkOf,
  type Connector,
  type Design,
  type Document,
  type Edit,
} from '@meshwright/model'
import type { Finding, QuickFix } from '@meshwright/model/checks'
import { forecastPair, type Flow, type Hop, type Off } from '@meshwright/model/forecast'
import { touchedBy } from '../../../store/checks/findings.ts'
import { counted, listed } from '../../common/words.ts'
import { VERDICT_RANK } from '../../common/verdictRank.ts'

/** A change that makes a cell better, held against the forecast. */
export interface Help {
  readonly fix: QuickFix
  /** The finding whose quick fix it is; absent where it was worked out for this cell. */
  readonly finding?: Finding
  /** The design with the fix. */
  readonly after: Design
  readonly verdict: Flow['verdict']
}

/** Fixes that are tried for one cell; each asks the forecast once. */
const TRIES = 12

/**
 * The quick fix that lets a cell's messages pass: of the findings' own fixes the one that helps most, those that touch
 * the route first; else the TTLs that the route lacks. `undefined` where neither makes it better.
 */
export function whatHelps(
  document: Document,
  findings: readonly Finding[],
  {
    flow,
    hops = [],
    off,
  }: { readonly flow: Flow; readonly hops?: readonly Hop[] | undefined; readonly off: readonly Off[] },
): Help | undefined {
  const now = VERDICT_RANK[flow.verdict]
  if (now === VERDICT_RANK.always) return undefined
  const onWay = new Set<string>(hops.map(({ connector }) => connector))
  const fixes = findings
    .filter((finding) => finding.fix && finding.ignored === undefined)
    .map((finding) => ({ finding, near: touchedBy(finding).some((id) => onWay.has(id)) ? 0 : 1 }))
    .toSorted((a, b) => a.near - b.near)
    .slice(0, TRIES)
  let best: Help | undefined
  const consider = (fix: QuickFix, finding?: Finding) => {
    const after = applyEdit(document, { type: 'batch', label: fix.label, edits: fix.edits }).design
    const { verdict } = forecastPair(networkOf(after), { ...flow, off })
    if (VERDICT_RANK[verdict] <= Math.max(now, best ? VERDICT_RANK[best.verdict] : now)) return
    best = { fix, after, verdict, ...(finding ? { finding } : {}) }
  }
  for (const { finding } of fixes) {
    if (finding.fix) consider(finding.fix, finding)
    if (best?.verdict === 'always') return best
  }
  const raised = raisedTtls(document.design, hops)
  if (raised) consider(raised)
  return best
}

/** Raises what a route's connectors lack, and nothing else. `undefined` where TTLs are not what stops it. */
function raisedTtls({ connectors }: Design, hops: readonly Hop[]): QuickFix | undefined {
  const wanted = new Map<Connector, { message: number; consumer: number }>()
  for (const { connector: id, has, needs, blockedBy } of hops) {
    if (blockedBy === undefined) continue
    const connector = connectors.find((other) => other.id === id)
    if (!connector || !blockedBy.endsWith('-ttl-spent')) return undefined
    const known = wanted.get(connector) ?? { message: has.messageTtl, consumer: has.consumerTtl }
    wanted.set(connector, {
      message: larger(known.message, needs.messageTtl),
      consumer: larger(known.consumer, needs.consumerTtl),
    })
  }
  if (wanted.size === 0) return undefined
  const most = Math.max(...[...wanted.values()].flatMap(({ message, consumer }) => [message, consumer]))
  const names = listed([...wanted.keys()].map(effectiveName), 3)
  return {
    label: `Let ${names} allow ${counted(most, 'hop')}`,
    edits: [...wanted].map(([{ id, settings }, { message, consumer }]): Edit => {
      const isOne = settings.messageTtl === undefined && settings.consumerTtl === undefined
      return {
        type: 'set-settings',
        id,
        settings: isOne
          ? { networkTtl: larger(message, consumer) }
          : { networkTtl: null, messageTtl: message, consumerTtl: consumer },
      }
    }),
  }
}

function larger(a: number, b: number): number {
  return a < 0 || b < 0 ? -1 : Math.max(a, b)
}

/** `networkTTL="2" on 4 connectors`: what a fix of TTLs writes; `undefined` for other fixes. */
export function ttlInWords({
  edits,
}: QuickFix): { readonly code: string; readonly connectors: number } | undefined {
  const ttls = edits.map((edit) => (edit.type === 'set-settings' ? edit.settings.networkTtl : undefined))
  const [first] = ttls
  if (typeof first !== 'number' || !ttls.every((ttl) => ttl === first)) return undefined
  return { code: `networkTTL="${first}"`, connectors: edits.length }
}
