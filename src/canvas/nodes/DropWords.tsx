import { TurnIcon } from '../../ui/index.ts'
import css from './DropWords.module.css'

interface DropWordsProps {
  readonly text: string | undefined
  /** Below a card, or at the foot of a region. */
  readonly at: 'card' | 'region'
}

/** What dropping here would mean. */
export function DropWords({ text, at }: DropWordsProps) {
  if (!text) return null
  return (
    <span className={css.words} data-at={at}>
      <TurnIcon size={14} /> {text}
    </span>
  )
}
