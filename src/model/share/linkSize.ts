import type { Document } from '../design/document.ts'
import { encodeLink, type LinkOptions } from './encodeLink.ts'

/** How many characters a link's payload has, and how many of them each part adds that can be left out. */
export interface LinkSize {
  /** From `d1.` to the end, view included. The page's address and the `#` come on top. */
  readonly characters: number
  readonly drawing: number
  readonly notes: number
  readonly ignored: number
}

/**
 * How long the link of a document is, in characters without the page's own address, and what each part that can be left out
 * takes of it. Encodes several times, so not for every keystroke on a large design.
 */
export function linkSize(document: Document, options: LinkOptions = {}): LinkSize {
  const length = (leave: LinkOptions) => encodeLink(document, { ...options, ...leave }).length
  const characters = length({})
  const all = (part: 'layout' | 'notes' | 'ignored') =>
    // What is left out already would be added.
    options[part] === false ? length({ [part]: true }) - characters : characters - length({ [part]: false })
  const { design } = document
  return {
    characters,
    drawing: all('layout'),
    notes: design.notes.length > 0 ? all('notes') : 0,
    ignored: design.ignored.length > 0 ? all('ignored') : 0,
  }
}

/** Where a link of more characters breaks, counted with the address. */
export interface LinkLimit {
  readonly id: 'outlook' | 'teams' | 'slack'
  readonly label: string
  /** The longest link that arrives whole. */
  readonly characters: number
  /** From here on there is little room left. */
  readonly warnFrom: number
  /** What happens beyond it. */
  readonly beyond: string
  readonly source: string
  readonly seen: string
}

/** Shortest first. Jira and Confluence state no limit; two thousand is safe there. */
export const LINK_LIMITS: readonly LinkLimit[] = [
  {
    id: 'outlook',
    label: 'Outlook',
    characters: 1024,
    warnFrom: 1000,
    beyond: 'Mail programs may cut it.',
    source: 'https://codenote.net/en/posts/5653; elastic/kibana#158262 (cuts reported at 1,024 and 2,048)',
    seen: '2026-11-21',
  },
  {
    id: 'teams',
    label: 'Teams',
    characters: 2048,
    warnFrom: 2000,
    beyond: 'Teams on Windows does not open it.',
    source: 'MicrosoftDocs/msteams-docs deep-link-application.md (INTERNET_MAX_URL_LENGTH)',
    seen: '2026-11-21',
  },
  {
    id: 'slack',
    label: 'Slack',
    characters: 3900,
    warnFrom: 3700,
    beyond: 'Slack splits it into two messages.',
    source: 'elastic/kibana#158262 (splits at 3,992 bytes)',
    seen: '2026-11-21',
  },
]
