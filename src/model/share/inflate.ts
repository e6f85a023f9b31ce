import { Inflate } from 'fflate'
import { TooLarge } from './d1/stream.ts'

/** No design comes near; a link that unfolds to more was made to fill the memory. */
const MOST_BYTES = 16_000_000
const STEP = 1024

/**
 * Inflates bit by bit and stops when it becomes too much, so that a small link cannot fill the memory.
 * @throws TooLarge, or what fflate throws, where the bytes were not deflated
 */
export function inflate(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Inflate({ dictionary }, (part) => {
    length += part.length
    if (length > MOST_BYTES) throw new TooLarge('It unfolds to too much.')
    parts.push(part)
  })
  for (let at = 0; at < bytes.length; at += STEP) {
    stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
