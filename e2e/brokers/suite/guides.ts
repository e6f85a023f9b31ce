import { applyEdit, EMPTY_DOCUMENT, networkOf, type Design } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'
import type { Flow } from '@meshwright/model/forecast'
import { makeTopology } from '@meshwright/model/gallery'
import type { Fact, Lab } from '../facts/fact.ts'
import { exportHere, moveHere } from './exported.ts'
import { allPairs, publishedDesign } from './gallery.ts'
import { forecastOf, SENT, toProbe, type Question } from './probe.ts'

/**
 * What guides publish, as the gallery draws it, and the quick fix that a finding offers for it. Each fact says what the
 * forecast and real brokers say alike; where they differ it says how.
 */
export const guideFacts: readonly Fact[] = [
  {
    id: 'guide-hub-and-spoke',
    says: 'AWS’s hub and spoke as published: what spokes send to each other stays where it was sent.',
    measure: (lab) => agree(lab, hubAndSpoke(lab), spokes),
    expected: 'never; nothing arrives',
  },
  {
    id: 'guide-hub-and-spoke-fixed',
    says: 'With the quick fix of its finding everything arrives.',
    measure: (lab) => agree(lab, fixed(hubAndSpoke(lab), 'out-of-reach'), spokes),
    expected: 'always; everything arrives',
  },
  {
    id: 'guide-mesh-of-four',
    says: 'A full mesh of four with networkTTL 2, idle: up to 5.17 a third is stuck, half of it on each of the two others; from 5.18 everything arrives.',
    measure: (lab) => agree(lab, meshOfFour(lab), queues),
    expected: 'sometimes load; everything arrives',
    except: { '5.17.7': 'sometimes idle; some arrive, the others are stuck on the two other brokers' },
  },
  {
    id: 'guide-mesh-of-four-loaded',
    says: 'The same under load, where bridges have a small prefetch: on every version some are stuck on the two others.',
    measure: (lab) => agree(lab, withSmallPrefetch(meshOfFour(lab)), several(queues), { load: 3000 }),
    expected: 'sometimes load; some arrive, the others are stuck on the two other brokers',
    except: { '5.17.7': 'sometimes idle; some arrive, the others are stuck on the two other brokers' },
  },
  {
    id: 'guide-mesh-of-four-fixed',
    says: 'With the quick fix everything arrives, queues and topics.',
    measure: (lab) => agree(lab, fixedMesh(lab), allPairs),
    expected: 'always; everything arrives',
  },
  {
    id: 'guide-mesh-of-four-fixed-loaded',
    says: 'Under the same load too.',
    measure: (lab) => agree(lab, withSmallPrefetch(fixedMesh(lab)), several(queues), { load: 3000 }),
    expected: 'always; everything arrives',
  },
]

const hubAndSpoke = (lab: Lab): Design => moveHere(publishedDesign('aws-hub-and-spoke'), lab.version)

function meshOfFour(lab: Lab): Design {
  const made = makeTopology('mesh', { brokers: 4 })
  if (!made.ok) throw new Error(made.problems[0].message)
  const design = moveHere(made.value.design, lab.version)
  return setAll(design, { networkTtl: 2 })
}

function fixedMesh(lab: Lab): Design {
  const mesh = meshOfFour(lab)
  const [finding] = findings(mesh).filter(({ check }) => check.startsWith('messages-get-stuck'))
  return fixed(mesh, finding?.check ?? '')
}

const withSmallPrefetch = (design: Design): Design => setAll(design, { prefetchSize: 1 })

function setAll(design: Design, settings: Design['connectors'][number]['settings']): Design {
  return {
    ...design,
    connectors: design.connectors.map((one) => ({ ...one, settings: { ...one.settings, ...settings } })),
  }
}

const findings = (design: Design) => runChecks(networkOf(design))

function fixed(design: Design, check: string): Design {
  const edits = findings(design).find((finding) => finding.check === check)?.fix?.edits
  if (!edits) throw new Error(`There is no quick fix of ${check}.`)
  return applyEdit({ ...EMPTY_DOCUMENT, design }, { type: 'batch', label: 'fix', edits }).design
}

const queues = (design: Design) => allPairs(design).filter(({ destination }) => destination.kind === 'queue')

/** Queues and topics from spoke to spoke: between brokers that no connector joins. */
const spokes = (design: Design) =>
  allPairs(design).filter(({ producers: [from], consumers: [to] }) =>
    design.connectors.every(
      (one) => ![one.from, one.to].includes(from!) || ![one.from, one.to].includes(to!.broker),
    ),
  )

/** Several queues from the first to the second, so that their bridge is full now and then on any machine. */
const several =
  (questions: (design: Design) => readonly Question[]) =>
  (design: Design): readonly Question[] =>
    questions(design)
      .slice(0, 1)
      .flatMap((question) =>
        [1, 2, 3, 4].map((number) => ({
          ...question,
          destination: { kind: 'queue', name: `load.${number}` } as const,
        })),
      )

/** `<verdict of all>; <what all do>`, or what is said of some and not of others. */
async function agree(
  lab: Lab,
  design: Design,
  choose: (design: Design) => readonly Question[],
  { load }: { readonly load?: number } = {},
): Promise<string> {
  const exported = exportHere(design)
  const questions = choose(design)
  const probes = questions.map((question, index) => {
    const probe = toProbe(question, `p${index}`, exported, false)
    return load === undefined
      ? probe
      : { ...probe, producers: probe.producers.map((one) => ({ ...one, count: load })) }
  })
  const result = await lab.runner.run({
    id: 'guide',
    brokers: exported.files,
    bridges: exported.bridges,
    probes,
    ...(load === undefined ? {} : { quiet: 500, timeout: 60_000 }),
  })
  const said = new Set<string>()
  const ways = new Map<string, { flow: Flow; sent: number; arrived: number; places: Set<string> }>()
  questions.forEach((question, index) => {
    const [flow] = forecastOf(exported, question)
    if (!flow) return
    said.add([flow.verdict, flow.when].filter(Boolean).join(' '))
    const { received, left } = result.probes[`p${index}`] ?? { received: {}, left: {} }
    const key = `${flow.from} ${flow.to} ${flow.destination.kind}`
    const way = ways.get(key) ?? { flow, sent: 0, arrived: 0, places: new Set() }
    way.sent += load ?? SENT
    way.arrived += Object.values(received)[0]?.distinct ?? 0
    for (const at of Object.keys(left)) if (at !== exported.label(flow.from)) way.places.add(at)
    ways.set(key, way)
  })
  const did = new Set(
    [...ways.values()].map(({ flow, sent, arrived, places }) => {
      const labels = design.brokers.map(({ id }) => exported.label(id))
      const others = labels.filter((at) => at !== exported.label(flow.from) && at !== exported.label(flow.to))
      const foretold = new Set(flow.stuck.map(({ at }) => exported.label(at)))
      if (arrived === sent) return 'everything arrives'
      if (arrived === 0 && places.size === 0) return 'nothing arrives'
      const isOnOthers = others.every((at) => places.has(at) && foretold.has(at))
      return isOnOthers && places.size === others.length
        ? 'some arrive, the others are stuck on the two other brokers'
        : `${arrived} of ${sent} arrive, the others are on ${[...places].join(' and ')}`
    }),
  )
  const missing = [...Object.values(result.refused), ...result.missing]
  return missing.length > 0 ? missing.join('; ') : `${[...said].join(', ')}; ${[...did].join(', ')}`
}
