import { TurnIcon } from '../../ui/index.ts'
import css from './DropWords.module.css'

/** What dropping here would mean, said below a card. */
export function DropWords({ text }: { readonly text: string | undefined }) {
  if (!text) return null
  return (
    <span className={css.words}>
      <TurnIcon size={14} /> {text}
    </span>
  )
}
