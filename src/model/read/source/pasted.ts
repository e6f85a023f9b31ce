import { lineCounter } from '../text/xmlTree.ts'
import type { Surroundings } from './surroundings.ts'
import { endsInName } from './fileWords.ts'

/** A piece of XML inside of other text. */
export interface Piece {
  readonly xml: string
  readonly offset: number
  readonly line: number
  readonly around: Surroundings
}

interface Match {
  readonly text: string
  readonly index: number
}

/** Elements of some names, from their start tag to the end tag that follows. Looks at each character a few times at most. */
function elementsIn(text: string, names: string): readonly Match[] {
  const opener = new RegExp(`<((?:[\\w.-]{1,50}:)?(?:${names}))(?=[\\s>/])`, 'g')
  const unclosed = new Set<string>()
  const found: Match[] = []
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const name = match[1] ?? ''
    const tagEnd = text.indexOf('>', match.index)
    if (tagEnd < 0) break
    let end = tagEnd + 1
    if (text[tagEnd - 1] !== '/') {
      if (unclosed.has(name)) continue
      const closing = text.indexOf(`</${name}`, end)
      const behind = closing < 0 ? -1 : text.indexOf('>', closing)
      if (behind < 0) {
        unclosed.add(name)
        continue
      }
      end = behind + 1
    }
    found.push({ text: text.slice(match.index, end), index: match.index })
    opener.lastIndex = end
  }
  return found
}

/**
 * Finds configurations and connectors in prose: a guide, a ticket, a chat. The words before each piece may name its
 * broker ("Network connectors for Broker1:"), a heading parts one example from the next, and the names of its connectors
 * stand in where no word does.
 */
export function readPasted(text: string): readonly Piece[] {
  // Word processors turn quotes; each stays one character, so positions stay true.
  const straight = text.replace(/[\u201c\u201d\u201e\u2033]/g, '"').replace(/[\u2018\u2019]/g, "'")
  const whole = elementsIn(straight, 'broker|networkConnectors')
  const matches = whole.length > 0 ? whole : elementsIn(straight, 'networkConnector')
  const lineOf = lineCounter(straight)
  let before = 0
  let heading: string | undefined
  const groups: { name: string; brokers: Set<string> }[] = []
  const found = matches.map((match) => {
    const lead = straight.slice(before, match.index)
    before = match.index + match.text.length
    heading = headingIn(lead) ?? heading
    const name = brokerIn(lead) ?? fromConnectors(match.text)
    let group = groups.at(-1)
    // The same broker once more, or another heading: another example.
    if (!group || group.name !== (heading ?? '') || (name !== undefined && group.brokers.has(name))) {
      group = { name: heading ?? '', brokers: new Set() }
      groups.push(group)
    }
    if (name !== undefined) group.brokers.add(name)
    return { match, name, group }
  })
  return found.map(({ match, name, group }, index) => ({
    xml: match.text,
    offset: match.index,
    line: lineOf(match.index),
    around: {
      fallback: name ?? `broker-${index + 1}`,
      ...(groups.length > 1 ? { group: titleOf(group, groups) } : {}),
    },
  }))
}

function titleOf(group: { name: string }, groups: readonly { name: string }[]): string {
  const title = group.name === '' ? 'Example' : group.name
  const alike = groups.filter(({ name }) => name === group.name)
  return alike.length === 1 ? title : `${title} ${alike.indexOf(group) + 1}`
}

/** A short line without a full stop that names a topology: `Hub and Spoke Topology`. Captions of pictures are indented. */
function headingIn(lead: string): string | undefined {
  const headings = lead
    .split(/\r\n|\r|\n/)
    .filter((line) => /^[ \u00a0]{0,2}[A-Z][\w -]{2,50}$/.test(line))
    .map((line) => line.trim())
    .filter(
      (line) =>
        line.split(/\s+/).length <= 6 && /topolog|region|mesh|hub|spoke|concentrat|tree|chain/i.test(line),
    )
  return headings.at(-1)?.replace(/\s*topology$/i, '')
}

/** `Network connectors for Broker1:`, `… in the configuration of Broker1.` */
function brokerIn(lead: string): string | undefined {
  // Terraform: resource "aws_mq_configuration" "hub" { data = <<DATA
  const resource = [
    ...lead.slice(-2000).matchAll(/"aws_mq_(?:configuration|broker)"\s+"([\w-]{1,100})"/g),
  ].at(-1)
  if (resource) return resource[1]
  const tail = lead.slice(-160)
  return /\b(?:for|of|on|to)\s+(?:the\s+)?([A-Za-z][\w-]*\d+)\s*[:.]?\s*$/.exec(tail)?.[1]
}

/** `connector_1_to_2` stands on broker 1. */
function fromConnectors(xml: string): string | undefined {
  const names = [...xml.matchAll(/\bname\s*=\s*\\?["']([^"'\\]*)\\?["']/g)].map((match) => match[1])
  for (const name of names) {
    const from = endsInName(name).at(-1)?.from
    if (from !== undefined) return /^\d+$/.test(from) ? `Broker${from}` : from
  }
  return undefined
}
