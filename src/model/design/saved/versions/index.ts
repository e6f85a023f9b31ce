import { refused, understood, type Outcome } from '../../../outcome.ts'
import { DOCUMENT_VERSION } from '../../document.ts'
import type { Raw } from '../fields.ts'
import type { Migration } from './migration.ts'

/** Every change of the format, oldest first: entry `n` opens version `n + 1`. None yet: version 1 is the first. */
export const MIGRATIONS: readonly Migration[] = []

/**
 * Brings a document of any older version to the one that this code writes, by every change on the way.
 * Refuses a newer one, and what says no version, with a sentence.
 */
export function migrate(
  document: Raw,
  migrations: readonly Migration[] = MIGRATIONS,
  current: number = DOCUMENT_VERSION,
): Outcome<Raw> {
  const version = Object.hasOwn(document, 'version') ? document['version'] : undefined
  if (!Number.isSafeInteger(version) || (version as number) < 1) {
    return refused({
      code: 'no-version',
      message:
        'This is not a design of Meshwright: it says no format version. Choose a design file that Meshwright saved.',
    })
  }
  if ((version as number) > current) {
    return refused({
      code: 'newer-version',
      message: `This design was made by format ${String(version)}. This page reads up to ${current}. Open it with a newer Meshwright.`,
    })
  }
  let result = document
  for (const migration of migrations) {
    if (migration.from >= (version as number)) {
      result = { ...migration.migrate(result), version: migration.from + 1 }
    }
  }
  return understood(result)
}
