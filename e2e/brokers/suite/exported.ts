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
import type { Version } from '../versions.ts'

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
 * logins. A pair runs by its first instance alone; that it fails over is a case of its own.
 */
export function moveHere(design: Design, version: Version): Design {
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
        // Nobody listens where the standby would: its port stays refused, as it is while it stands by.
        instances: instances.length === 2 ? [here, { ...here, port: 1 }] : [here],
        target: null,
        engine: null,
        amazon: null,
      },
    })
    if (settings?.users) edit({ type: 'set-broker-settings', id, settings: { users: null } })
  }
  for (const { id } of design.connectors) {
    edit({ type: 'set-connector', id, fields: { uri: null } })
    edit({ type: 'set-settings', id, settings: { userName: null, remoteUserName: null } })
  }
  return document.design
}

/** What a laboratory leaves in place. */
interface Laboratory {
  readonly jmx?: boolean
  /** The audit of topic subscribers, which drops copies (see facts/audit.ts). */
  readonly audit?: boolean
}

/**
 * The files of a design that was moved here, written by the designer's own writer as whole documents, made fit for a
 * laboratory: no store, no JMX unless it matters, no audit (what is counted is forwarding alone).
 */
export function exportHere(design: Design, options: Laboratory = {}): Exported {
  const network = networkOf(design)
  const label = (id: BrokerId) => `n${id}`
  const files = design.brokers.map(({ id }) => {
    const written = writeConfiguration(network, id, 0)
    if (!written) throw new Error(`${network.nameOf(id)} has no configuration: it is an external broker.`)
    return { label: label(id), xml: forLaboratory(written.text, options) }
  })
  const bridges = bridgesOf(design).map(({ connector, from, to }) => ({
    at: label(from),
    clientId: `${connector.name ?? 'NC'}_${network.nameOf(to)}_inbound_${network.nameOf(from)}`,
  }))
  return { design, files, bridges, label }
}

const NO_AUDIT = '<policyEntry queue=">" enableAudit="false"/>'
const TOPIC_POLICY = /<policyEntry topic="[^"]*"(?![^>]*enableAudit)/g

/** The changes are to what no forecast asks about; the connectors, filters and policies stay as they were written. */
function forLaboratory(written: string, { jmx = false, audit = false }: Laboratory): string {
  const xml = audit ? written : written.replaceAll(TOPIC_POLICY, '$& enableAudit="false"')
  return xml
    .replace(/<bean class="org\.springframework[^]*?<\/bean>/, '')
    .replace(/<persistenceAdapter>[^]*?<\/persistenceAdapter>/, '')
    .replace(/<systemUsage>[^]*?<\/systemUsage>\s*<\/systemUsage>/, '')
    .replace(/\s(persistent|useJmx|useShutdownHook|dataDirectory)="[^"]*"/g, '')
    .replace(/<broker\b/, `<broker persistent="false" useJmx="${jmx}" useShutdownHook="false"`)
    .replace('<policyEntries>', `<policyEntries>${xml.includes('<policyEntry queue="&gt;"') ? '' : NO_AUDIT}`)
    .replaceAll('0.0.0.0', '127.0.0.1')
}
