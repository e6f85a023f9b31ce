/** `4 addresses were answered by best guess` */
export function guessedTitle(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'address was' : 'addresses were'} answered by best guess`
}
