import type { Instance } from '@meshwright/model'

/**
 * Reads an address as people paste it: `ssl://host:61617?options`, `host:61616`, `host`, with or without brackets for
 * IPv6. Options are left behind: they belong to the connector, not to the instance.
 *
 * @returns The parts that were there, or one sentence.
 */
export function readAddress(
  text: string,
): Pick<Instance, 'scheme' | 'host' | 'port'> | { readonly problem: string } {
  const typed = text.trim()
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\[[^\]]+\]|[^\s:/?#]+)(?::(\d+))?(?:[/?#]\S*)?$/i.exec(typed)
  if (!match) return { problem: 'An address is a host and a port, such as broker.example:61616.' }
  const [, scheme, host, port] = match
  const number = port === undefined ? undefined : Number(port)
  if (number !== undefined && (number < 1 || number > 65535))
    return { problem: 'A port is a number from 1 to 65,535.' }
  return {
    ...(scheme === undefined ? {} : { scheme: scheme.toLowerCase() }),
    ...(host === undefined ? {} : { host }),
    ...(number === undefined ? {} : { port: number }),
  }
}
