import type { Document, ElementId } from '@meshwright/model'
import { LINK_LIMITS, type LinkOptions, type View, type ViewPanel } from '@meshwright/model/share'
import type { LinkAnswer, LinkQuestion } from '../../store/keeping/writing.ts'
import { listed } from '../common/words.ts'

/** How those who get a link will open it. */
type ShareMode = 'copy' | 'view' | 'embed'

/** What of the design goes into a link, and how it opens. */
export interface ShareChoices {
  readonly mode: ShareMode
  readonly drawing: boolean
  readonly notes: boolean
  readonly ignored: boolean
  /** Opens at the finding that is open here. */
  readonly finding: boolean
  /** What the author calls this state; may be empty. */
  readonly label: string
  /** Embedded: the theme, unless it is to be the reader's, and the panels under the drawing. */
  readonly theme: 'system' | 'light' | 'dark'
  readonly panels: readonly ViewPanel[]
}

/** What is open here, for links that point at it. */
export interface Pointing {
  readonly check: string
  readonly selected: readonly ElementId[]
}

export interface SharedLink {
  readonly url: string
  /** Of the whole address. */
  readonly characters: number
  readonly adds: LinkAnswer['adds']
}

/**
 * What a writer is asked for the link of a design as it is now.
 *
 * @param date - `YYYY-MM-DD`, for the stamp.
 */
export function linkQuestion(
  document: Document,
  choices: ShareChoices,
  date: string,
  pointing?: Pointing,
): LinkQuestion {
  const isEmbedded = choices.mode === 'embed'
  const view: View = {
    ...(choices.mode === 'copy' ? {} : { mode: choices.mode }),
    ...(isEmbedded && choices.theme !== 'system' ? { theme: choices.theme } : {}),
    ...(isEmbedded && choices.panels.length > 0 ? { panels: choices.panels } : {}),
  }
  const options: LinkOptions = {
    layout: choices.drawing,
    notes: choices.notes,
    ignored: choices.ignored,
    stamp: { date, ...(choices.label.trim() === '' ? {} : { label: choices.label.trim() }) },
    view,
  }
  if (!pointing) return { document, options }
  return { document, options, pointing: { ...view, check: pointing.check, selected: pointing.selected } }
}

/**
 * The link of an answer.
 *
 * @param address - Of the page, without `#`.
 */
export function sharedLink(
  { plain, pointed, adds }: LinkAnswer,
  address: string,
  { finding }: Pick<ShareChoices, 'finding'>,
): SharedLink {
  const url = `${address}#${finding ? pointed : plain}`
  return { url, characters: url.length, adds }
}

/** Where a link of this length breaks, in a few words behind the number. */
export function lengthInWords(characters: number): string {
  const broken = LINK_LIMITS.filter((limit) => characters > limit.characters)
  if (broken.length === 0) {
    const near = LINK_LIMITS.find((limit) => characters >= limit.warnFrom && characters <= limit.characters)
    return near ? `just short enough for ${near.label}` : 'short enough for all three'
  }
  return `too long for ${listed(
    broken.map(({ label }) => label),
    Infinity,
  )}`
}

/** What happens where the link breaks, one sentence for each place. */
export function brokenPlaces(characters: number): readonly string[] {
  return LINK_LIMITS.filter((limit) => characters > limit.characters).map(
    ({ label, beyond }) => `${label}: ${beyond}`,
  )
}

/** What is pasted into a page or a wiki to show the design there. */
export function embedCode(url: string, name: string, width: string, height: number): string {
  const title = name.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
  const source = url.replace(/&/g, '&amp;')
  return `<iframe src="${source}" title="${title}" width="${width}" height="${height}" loading="lazy"></iframe>`
}
