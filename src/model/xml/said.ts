import { isBrokerId } from '../design/ids.ts'
import type { Network } from '../network/network.ts'
import { nameOfCharacter } from './tree/characters.ts'
import type { Notes } from './notes.ts'
import type { Serialised } from './tree/serialise.ts'
import type { WrittenXml } from './written.ts'

/** Puts a text and what was noted while it was made together. */
export function said(network: Network, { text, lines, unwritable }: Serialised, notes: Notes): WrittenXml {
  if (unwritable) {
    const { character, about } = unwritable
    const id = about?.element
    const name = id && (isBrokerId(id) ? network.broker(id)?.name : network.connector(id)?.name)
    const where = name === undefined ? 'a name' : `${about?.attribute ?? 'the name'} of ${name}`
    notes.problem(
      'xml-character',
      `XML cannot hold the character ${nameOfCharacter(character)} in ${where}; U+FFFD stands in its place.`,
    )
  }
  return { text, lines, placeholders: notes.placeholders, problems: notes.problems }
}
