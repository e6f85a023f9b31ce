import {
  applyEdit,
  bridgesOf,
  EMPTY_DOCUMENT,
  networkOf,
  type BrokerId,
  type Design,
  type Instance,
} from '@meshwright/model'
import { writeConfiguration } from '@meshwright/model/xml'
import type { BrokerFile } from '../job.ts'
import { takePorts } from '../ports.ts'
import type { BridgeEnd } from '../steps.ts'

/** A design as brokers of one version run it on this machine: the designer's own XML, and the bridges to wait for. */
export interface Exported {
  readonly design: Design
  readonly files: readonly BrokerFile[]
  readonly bridges: readonly BridgeEnd[]
  /** What a broker is called in a job. */
  readonly label: (id: BrokerId) => string
}

/**
 * Moves a design to this machine and this engine: every broker on loopback with a port of its own, self-managed, without
 * logins (`asDrawn` keeps those, and addresses as they were typed but for host and port). A pair runs by its first instance alone, unless `standby` says otherwise.
 */
export function moveHere(
  design: Design,
  version: string,
  { asDrawn = false, standby = false }: { readonly asDrawn?: boolean; readonly standby?: boolean } = {},
): Design {
  let document = { ...EMPTY_DOCUMENT, design }
  const edit = (change: Parameters<typeof applyEdit>[1]) => (document = applyEdit(document, change))
  const ports = takePorts(design.brokers.map(({ id }) => id))
  edit({ type: 'set-design', fields: { target: 'self-managed', engine: version, bridgeUser: null } })
  for (const { id, instances, settings } of design.brokers) {
    const here: Instance = { scheme: 'tcp', host: '127.0.0.1', port: ports[id] ?? 0 }
    edit({
      type: 'set-broker',
      id,
      fields: {
        // Without `standby` nobody listens where it would: its port stays refused, as it is while it stands by.
        instances:
          instances.length === 2 ? [here, { ...here, port: standby ? takePorts(['it']).it : 1 }] : [here],
        target: null,
        engine: null,
        amazon: null,
      },
    })
    if (settings?.users && !asDrawn) edit({ type: 'set-broker-settings', id, settings: { users: null } })
  }
  for (const { id, to, uri } of design.connectors) {
    if (uri !== undefined && asDrawn) {
      const isPair = design.brokers.find((broker) => broker.id === to)?.instances.length === 2
      const second = isPair ? '127.0.0.1:1' : `localhost:${ports[to]}`
      edit({ type: 'set-connector', id, fields: { uri: addressHere(uri, `127.0.0.1:${ports[to]}`, second) } })
      continue
    }
    edit({ type: 'set-connector', id, fields: { uri: null } })
    if (asDrawn) continue
    edit({ type: 'set-settings', id, settings: { userName: null, remoteUserName: null } })
  }
  return document.design
}

/** Of a pair's addresses the standby's is one where nobody listens; a second one of a single broker leads there as well. */
function addressHere(uri: string, first: string, second: string): string {
  let count = 0
  return uri.replaceAll(/[\w.-]+:\d+/g, () => (count++ === 0 ? first : second))
}

/** What a laboratory leaves in place. */
interface Laboratory {
  /** Where brokers keep their messages; by default nowhere. */
  readonly store?: string
  /** The standby's files of pairs: 1. */
  readonly instance?: 0 | 1
  /** The audit of topic subscribers, which drops copies (see facts/audit.ts). */
  readonly audit?: boolean
}

/**
 * The files of a design that was moved here, written by the designer's own writer as whole documents, made fit for a
 * laboratory: no store unless it matters, no JMX, no audit (what is counted is forwarding alone).
 */
export function exportHere(design: Design, options: Laboratory = {}): Exported {
  const network = networkOf(design)
  const label = (id: BrokerId) => `n${id}`
  const files = design.brokers.map(({ id }) => {
    const written = writeConfiguration(network, id, options.instance ?? 0)
    if (!written) throw new Error(`${network.nameOf(id)} has no configuration: it is an external broker.`)
    return { label: label(id), xml: forLaboratory(written.text, label(id), options) }
  })
  const bridges = bridgesOf(design).map(({ connector, from, to }) => ({
    at: label(from),
    clientId: `${connector.name ?? 'NC'}_${network.nameOf(to)}_inbound_${network.nameOf(from)}`,
  }))
  return { design, files, bridges, label }
}

const NO_AUDIT = '<policyEntry queue=">" enableAudit="false"/>'
const TOPIC_POLICY = /<policyEntry topic="[^"]*"(?![^>]*enableAudit)/g

/** The locker asks every 10 s by default. */
const storeIn = (folder: string) =>
  `<persistenceAdapter><kahaDB directory="${folder}"><locker><shared-file-locker lockAcquireSleepInterval="200"/></locker></kahaDB></persistenceAdapter>`

/** The changes are to what no forecast asks about; the connectors, filters and policies stay as they were written. */
function forLaboratory(written: string, name: string, { store, audit = false }: Laboratory): string {
  const xml = audit ? written : written.replaceAll(TOPIC_POLICY, '$& enableAudit="false"')
  const kept = store === undefined ? '' : storeIn(`${store}/${name}`)
  return xml
    .replace(/<bean class="org\.springframework[^]*?<\/bean>/, '')
    .replace(/<persistenceAdapter>[^]*?<\/persistenceAdapter>/, kept)
    .replace(/<systemUsage>[^]*?<\/systemUsage>\s*<\/systemUsage>/, '')
    .replace(/\s(persistent|useJmx|useShutdownHook|dataDirectory)="[^"]*"/g, '')
    .replace(
      /<broker\b/,
      `<broker persistent="${store !== undefined}" useJmx="false" useShutdownHook="false"`,
    )
    .replace('<policyEntries>', `<policyEntries>${xml.includes('<policyEntry queue="&gt;"') ? '' : NO_AUDIT}`)
    .replaceAll('0.0.0.0', '127.0.0.1')
    .replaceAll(/\$\{[^}]*\}/g, 'laboratory')
}
