import type { Problem } from '@meshwright/model'
import type { Reading, SourceConnector } from '@meshwright/model/read'

/** Attributes and children of live connectors that are neither in the design nor among the problems. */
export function unaccounted(reading: Reading, problems: readonly Problem[]): readonly string[] {
  const sources = [...reading.origins.brokers.values()].flat().flatMap(({ connectors }) => connectors)
  const known = new Set([...reading.origins.connectors.values()].flat())
  return sources.flatMap((source) => [
    ...(known.has(source) ? [] : [`the connector on line ${source.line}`]),
    ...attributesOf(source, problems),
    ...childrenOf(source, problems),
  ])
}

function attributesOf(
  { element, settings, extra, name, uri }: SourceConnector,
  problems: readonly Problem[],
) {
  // Each attribute is the name, the address, a setting, kept as it is, or told of.
  const kept = Object.keys(settings).length + Object.keys(extra).length
  const own = [...element.attributes.keys()].filter((key) => !key.startsWith('xmlns'))
  const rest = own.filter(
    (key) => !(key === 'name' && name !== undefined) && !(key === 'uri' && uri !== undefined),
  )
  const told = rest.filter(
    (key) => /password|secret/i.test(key) || problems.some(({ message }) => message.includes(key)),
  )
  return rest.length - told.filter((key) => !(key in extra)).length <= kept
    ? []
    : [`${rest.length - kept} attributes on line ${element.line}: ${rest.join(', ')}`]
}

function childrenOf({ element, filters }: SourceConnector, problems: readonly Problem[]) {
  const lists = Object.values(filters).flat().length
  return element.children.flatMap((child) => {
    const told = problems.some(({ line = 0, message }) => line >= child.line && message.includes(child.name))
    return told || child.children.length <= lists || child.local === 'uri'
      ? []
      : [`<${child.name}> on line ${child.line}`]
  })
}
