import { isRaw, type Raw } from '../design/fields.ts'
import { decode } from './encoding.ts'
import type { Surroundings } from './sourceBrokers.ts'

/** A configuration that stands inside of a CloudFormation template. */
export interface Embedded {
  readonly xml: string
  readonly around: Surroundings
  /** First line of the template on which it stands, as far as it is known. */
  readonly line?: number
}

/** Tells a CloudFormation template by its words, before anything is read. */
export function looksLikeTemplate(text: string): boolean {
  return /AWS::AmazonMQ::(Configuration|Broker)/.test(text)
}

/**
 * The configurations inside of a CloudFormation template, in JSON or YAML, plain or base64, with `Fn::Sub`, `Fn::Join`
 * and references as `${…}`. `undefined` where the text cannot be taken apart.
 */
export function readTemplate(text: string): readonly Embedded[] | undefined {
  const content = text.replace(/^\uFEFF/, '')
  if (!/^\s*\{/.test(content)) return readYaml(content)
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return undefined
  }
  const resources = isRaw(value) && isRaw(value['Resources']) ? value['Resources'] : undefined
  if (!resources) return undefined
  const found: Embedded[] = []
  for (const [logical, resource] of Object.entries(resources)) {
    if (!isRaw(resource) || resource['Type'] !== 'AWS::AmazonMQ::Configuration') continue
    const properties = isRaw(resource['Properties']) ? resource['Properties'] : {}
    const data = textOf(properties['Data'])
    const xml = data === undefined ? undefined : plainXml(data)
    if (xml === undefined) continue
    const quoted = content.indexOf(`"${logical}"`)
    found.push({
      xml,
      around: surroundings(logical, properties, resources),
      ...(quoted < 0 ? {} : { line: lineOf(content, quoted) }),
    })
  }
  return withoutReplaced(found)
}

/** The text that CloudFormation would make of a value; what only AWS knows stays as `${…}`. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (!isRaw(value)) return undefined
  const [[name, argument] = ['', undefined]] = Object.entries(value)
  switch (name) {
    case 'Fn::Base64':
      return textOf(argument)
    case 'Fn::Sub': {
      if (typeof argument === 'string') return argument
      if (!Array.isArray(argument) || typeof argument[0] !== 'string') return undefined
      const own = isRaw(argument[1]) ? argument[1] : {}
      return argument[0].replace(/\$\{([^}]*)\}/g, (whole, key: string) => {
        const replaced = Object.hasOwn(own, key) ? textOf(own[key]) : undefined
        return replaced ?? whole
      })
    }
    case 'Fn::Join': {
      if (!Array.isArray(argument) || !Array.isArray(argument[1])) return undefined
      return argument[1].map((part) => textOf(part) ?? '').join(String(argument[0]))
    }
    case 'Fn::Select':
      return Array.isArray(argument) ? textOf(argument[1]) : undefined
    case 'Fn::GetAtt':
      return Array.isArray(argument) ? `\${${argument.join('.')}}` : `\${${String(argument)}}`
    case 'Ref':
      return `\${${String(argument)}}`
    default:
      return undefined
  }
}

function plainXml(data: string): string | undefined {
  if (/^\s*(<|\uFEFF)/.test(data)) return data
  return fromBase64(data)
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** XML out of base64; `undefined` for anything else. */
export function fromBase64(text: string): string | undefined {
  const digits = text.replace(/\s+/g, '').replace(/=+$/, '')
  if (digits.length < 20 || /[^A-Za-z0-9+/]/.test(digits)) return undefined
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (const digit of digits) {
    held = (held << 6) | DIGITS.indexOf(digit)
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
    }
  }
  const decoded = decode(bytes).text
  return /^\s*</.test(decoded) ? decoded : undefined
}

/** The broker that a configuration belongs to, by its association or by the broker's own reference to it. */
function surroundings(logical: string, configuration: Raw, resources: Raw): Surroundings {
  const owner = ownerOf(logical, resources)
  const broker = owner === undefined ? undefined : resources[owner]
  const properties = isRaw(broker) && isRaw(broker['Properties']) ? broker['Properties'] : {}
  const named = properties['BrokerName']
  const engine = properties['EngineVersion'] ?? configuration['EngineVersion']
  const users = Array.isArray(properties['Users'])
    ? properties['Users'].flatMap((user) => (isRaw(user) ? (textOf(user['Username']) ?? []) : []))
    : []
  const fallback = typeof named === 'string' && !named.includes('${') ? named : (owner ?? logical)
  return {
    fallback,
    aliases: [logical, ...(owner === undefined ? [] : [owner])],
    target: 'amazon-mq',
    ...(typeof engine === 'string' && /^\d+\.\d+/.test(engine) ? { engine } : {}),
    ...(properties['DeploymentMode'] === 'ACTIVE_STANDBY_MULTI_AZ' ? { pair: true as const } : {}),
    ...(users.length > 0 ? { users } : {}),
  }
}

function ownerOf(configuration: string, resources: Raw): string | undefined {
  const refersTo = (value: unknown) => isRaw(value) && value['Ref'] === configuration
  let own: string | undefined
  for (const [logical, resource] of Object.entries(resources)) {
    if (!isRaw(resource) || !isRaw(resource['Properties'])) continue
    const { Configuration: used, Broker: broker } = resource['Properties']
    if (!isRaw(used) || !refersTo(used['Id'])) continue
    if (resource['Type'] === 'AWS::AmazonMQ::ConfigurationAssociation' && isRaw(broker))
      return String(broker['Ref'])
    if (resource['Type'] === 'AWS::AmazonMQ::Broker') own = logical
  }
  return own
}

/** A broker may start with one configuration and be given another by an association: the association's counts. */
function withoutReplaced(found: readonly Embedded[]): readonly Embedded[] {
  const last = new Map<string, Embedded>()
  for (const embedded of found) {
    const owner = embedded.around.aliases?.[1] ?? embedded.around.aliases?.[0] ?? ''
    const known = last.get(owner)
    if (!known || embedded.xml.includes('networkConnector') || !known.xml.includes('networkConnector')) {
      last.set(owner, embedded)
    }
  }
  return found.filter((embedded) => [...last.values()].includes(embedded))
}

interface YamlLine {
  readonly indent: number
  readonly text: string
  readonly number: number
}

/**
 * YAML as CloudFormation templates use it, and no more of it than is needed to find configurations: resources by their
 * indent, block texts (`|`, `>`), and single values. Everything else is left aside.
 */
function readYaml(text: string): readonly Embedded[] | undefined {
  const lines = text.split(/\r\n|\r|\n/).map((line, index): YamlLine => ({
    indent: /^ */.exec(line)?.[0].length ?? 0,
    text: line.trim(),
    number: index + 1,
  }))
  const start = lines.findIndex(({ indent, text: line }) => indent === 0 && /^Resources\s*:/.test(line))
  if (start < 0) return undefined
  const body = sectionFrom(lines, start)
  const depth = body.find(({ text: line }) => line !== '' && !line.startsWith('#'))?.indent ?? 2
  const resources: Record<string, Raw> = {}
  const found: { logical: string; xml: string; line: number }[] = []
  for (const [index, line] of body.entries()) {
    const logical =
      line.indent === depth ? /^["']?([\w:]+)["']?\s*:\s*(#.*)?$/.exec(line.text)?.[1] : undefined
    if (logical === undefined) continue
    const own = sectionFrom(body, index)
    const resource = resourceOf(own)
    resources[logical] = resource
    if (resource['Type'] !== 'AWS::AmazonMQ::Configuration') continue
    const data = dataOf(text, own)
    const xml = data && plainXml(data.text)
    if (data && xml !== undefined) found.push({ logical, xml, line: data.line })
  }
  const embedded = found.map(({ logical, xml, line }) => ({
    xml,
    line,
    around: surroundings(logical, (resources[logical]?.['Properties'] ?? {}) as Raw, resources),
  }))
  return withoutReplaced(embedded)
}

function sectionFrom(lines: readonly YamlLine[], index: number): readonly YamlLine[] {
  const depth = lines[index]?.indent ?? 0
  const end = lines.findIndex(
    ({ indent, text }, at) => at > index && text !== '' && !text.startsWith('#') && indent <= depth,
  )
  return lines.slice(index + 1, end < 0 ? lines.length : end)
}

function refIn(text: string | undefined): Raw | undefined {
  const name = /^!Ref\s+(\S+)$/.exec(text ?? '')?.[1] ?? /^\{\s*Ref:\s*(\S+)\s*\}$/.exec(text ?? '')?.[1]
  return name === undefined ? undefined : { Ref: name.replace(/["']/g, '') }
}

/** Type, and those properties that say whose a configuration is, in the shape that JSON has. */
function resourceOf(lines: readonly YamlLine[]): Raw {
  const value = (key: string) =>
    lines
      .flatMap(({ text }) => new RegExp(`^(?:- )?${key}:\\s*(.+)$`).exec(text)?.[1] ?? [])[0]
      ?.replace(/^["']|["']$/g, '')
  const below = (key: string) => {
    const index = lines.findIndex(({ text }) => new RegExp(`^${key}:\\s*$`).test(text))
    const inner =
      index < 0 ? undefined : sectionFrom(lines, index).find(({ text }) => text.startsWith('Ref:'))
    return inner && { Ref: inner.text.slice(4).trim() }
  }
  const usernames = lines.flatMap(({ text }) => /^(?:- )?Username:\s*(.+)$/.exec(text)?.[1] ?? [])
  return {
    Type: value('Type'),
    Properties: {
      BrokerName: value('BrokerName')?.startsWith('!') ? undefined : value('BrokerName'),
      EngineVersion: value('EngineVersion'),
      DeploymentMode: value('DeploymentMode'),
      Broker: refIn(value('Broker')) ?? below('Broker'),
      Configuration: { Id: refIn(value('Id')) ?? below('Id') },
      Users: usernames.map((name) => ({ Username: refIn(name) ?? name.replace(/^["']|["']$/g, '') })),
    },
  }
}

/** The text under `Data:`: a block, or one value. */
function dataOf(whole: string, lines: readonly YamlLine[]): { text: string; line: number } | undefined {
  const index = lines.findIndex(({ text }) => /^Data\s*:/.test(text))
  if (index < 0) return undefined
  const all = whole.split(/\r\n|\r|\n/)
  const section = [lines[index], ...sectionFrom(lines, index)].filter((line) => line !== undefined)
  const opener = section.findIndex(({ text }) => /(^|\s)[|>][+-]?\d*\s*$/.test(text))
  if (opener >= 0) {
    const block = section.slice(opener + 1)
    const depth = block.find(({ text }) => text !== '')?.indent ?? 0
    const inside = block.filter(({ indent, text }) => text === '' || indent >= depth)
    const text = inside.map(({ number }) => (all[number - 1] ?? '').slice(depth)).join('\n')
    return { text, line: inside[0]?.number ?? 1 }
  }
  const single = section
    .map(({ text }) => text.replace(/^(Data|Fn::Base64|!Base64|Fn::Sub|!Sub)\s*:?\s*/g, ''))
    .join('')
    .replace(/^(!Base64|!Sub)\s*/g, '')
    .replace(/^["']|["']$/g, '')
  return single === '' ? undefined : { text: single, line: section[0]?.number ?? 1 }
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}
