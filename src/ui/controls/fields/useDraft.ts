import { useState, type KeyboardEvent } from 'react'

export interface Draft {
  readonly text: string
  readonly problem: string | undefined
  readonly type: (text: string) => void
  readonly commit: (text?: string) => void
  readonly drop: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * Text that is being typed and not yet handed on: Enter or leaving hands it on, Escape brings back what was there.
 *
 * @param shown - The value as it stands outside. While nothing is typed, this is what shows.
 * @param read - Hands the text on, or returns a sentence that says what is wrong with it. Then the draft stays.
 */
export function useDraft(shown: string, read: (text: string) => string | undefined): Draft {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const [problem, setProblem] = useState<string | undefined>(undefined)

  const drop = () => {
    setDraft(undefined)
    setProblem(undefined)
  }
  const commit = (text = draft) => {
    if (text === undefined) return
    if (text === shown) return drop()
    const found = read(text)
    if (found === undefined) drop()
    else {
      setDraft(text)
      setProblem(found)
    }
  }
  return {
    text: draft ?? shown,
    problem,
    type(text) {
      setDraft(text)
      setProblem(undefined)
    },
    commit,
    drop,
    onKeyDown(event) {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
      if (event.key === 'Escape' && draft !== undefined) {
        // The first Escape is for the field; only the next one may close a dialog or clear a selection.
        event.stopPropagation()
        event.preventDefault()
        drop()
      }
    },
  }
}
