import { effectiveSettings, type Network } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { counted } from '../common/words.ts'
import { targetName } from '../common/targetWords.ts'

/** A few lines for a ticket or a wiki: the link, what it shows, and what is open. */
export function markdownForLink(
  network: Network,
  findings: readonly Finding[],
  url: string,
  unchecked?: string,
): string {
  const { design } = network
  const duplex = design.connectors.filter(
    ({ settings, from }) => effectiveSettings(settings, network.engineOf(from)).duplex,
  ).length
  const open = findings.filter(({ ignored }) => ignored === undefined)
  const errors = open.filter(({ severity }) => severity === 'error')
  const warnings = open.filter(({ severity }) => severity === 'warning')
  const lines = [
    `[**${escaped(design.name)}**](${url})`,
    `${targetName(design.target)} ${design.engine}: ${counted(design.brokers.length, 'broker')}, ${counted(design.connectors.length, 'connector')} (${duplex} duplex).`,
    open.length === 0
      ? `- nothing ${unchecked === undefined ? 'to fix' : 'found so far'}`
      : `- **${counted(errors.length, 'error')}**, ${counted(warnings.length, 'warning')}`,
    ...errors.slice(0, 3).map(({ message }) => `- ${escaped(message)}`),
    ...(errors.length > 3 ? [`- and ${counted(errors.length - 3, 'more error', 'more errors')}`] : []),
    ...(unchecked === undefined ? [] : [`- ${unchecked}`]),
  ]
  return `${lines.join('\n')}\n`
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&')
}
