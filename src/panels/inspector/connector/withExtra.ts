type Extra = Readonly<Record<string, string>>

/**
 * What a connector's own attributes are once one is set, or taken out with `undefined`; `null` where none is left. Each
 * stays in its place, or its row would jump away from under the hand.
 */
export function withExtra(extra: Extra = {}, name: string, value: string | undefined): Extra | null {
  const kept = Object.entries({ ...extra, [name]: value }).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, text] as const],
  )
  return kept.length > 0 ? Object.fromEntries(kept) : null
}
