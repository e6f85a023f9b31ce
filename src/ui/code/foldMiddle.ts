export interface FoldedParts {
  readonly start: string
  readonly middle: string
  readonly end: string
}

/**
 * Cuts a text in three so that what is seen has at most `most` characters. The start keeps more than the end: hosts
 * are told apart at their front, ports and domains stand at their back.
 *
 * @returns `middle` is empty when the text is short enough, or when folding would hide fewer than 4 characters.
 */
export function foldMiddle(text: string, most: number): FoldedParts {
  const characters = Array.from(text)
  const hidden = characters.length - most
  if (hidden < 4) return { start: text, middle: '', end: '' }
  const head = Math.ceil(most * 0.6)
  return {
    start: characters.slice(0, head).join(''),
    middle: characters.slice(head, head + hidden).join(''),
    end: characters.slice(head + hidden).join(''),
  }
}
