import { numeral } from '../common/words.ts'

/** `4 addresses were answered by best guess` */
export function guessedTitle(count: number): string {
  return `${numeral(count)} ${count === 1 ? 'address was' : 'addresses were'} answered by best guess`
}
