import { applyEdit, type Document, type Edit } from '@meshwright/model'

/** One step that undo takes back: the document on its other side, and what it was. */
export interface Step {
  readonly label: string
  readonly before: Document
  readonly gesture?: string
}

export interface History {
  readonly document: Document
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

/** Steps kept; documents share what did not change, so a step costs little. */
export const MOST_STEPS = 500

/**
 * Applies an edit as one step. Edits with the same gesture (a drag, a value being typed) are one step together, which
 * is called what the last of them is called.
 * An edit that changes nothing leaves no step and returns the history itself.
 */
export function record(history: History, edit: Edit, label: string, gesture?: string): History {
  return recordDocument(history, applyEdit(history.document, edit), label, gesture)
}

/** The same for a whole document that takes the place of the present one: an import, a restored version. */
export function recordDocument(
  history: History,
  document: Document,
  label: string,
  gesture?: string,
): History {
  if (document === history.document) return history
  const last = history.past.at(-1)
  if (gesture !== undefined && last?.gesture === gesture && history.future.length === 0) {
    return { ...history, document, past: [...history.past.slice(0, -1), { ...last, label }] }
  }
  const step: Step = { label, before: history.document, ...(gesture === undefined ? {} : { gesture }) }
  return { document, past: [...history.past.slice(1 - MOST_STEPS), step], future: [] }
}

export function undo<Of extends History>(history: Of): History {
  const step = history.past.at(-1)
  if (!step) return history
  return {
    document: step.before,
    past: history.past.slice(0, -1),
    future: [...history.future, { label: step.label, before: history.document }],
  }
}

export function redo<Of extends History>(history: Of): History {
  const step = history.future.at(-1)
  if (!step) return history
  return {
    document: step.before,
    past: [...history.past, { label: step.label, before: history.document }],
    future: history.future.slice(0, -1),
  }
}
