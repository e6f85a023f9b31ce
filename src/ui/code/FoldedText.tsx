import css from './FoldedText.module.css'
import { foldMiddle } from './foldMiddle.ts'

interface FoldedTextProps {
  readonly text: string
  /** Characters that may be seen; longer texts lose their middle. 28 when left out. */
  readonly most?: number | undefined
}

/** A long host name with its middle folded to a chip. Copying and screen readers get the whole. */
export function FoldedText({ text, most = 28 }: FoldedTextProps) {
  const { start, middle, end } = foldMiddle(text, most)
  if (middle === '') return text
  return (
    <span title={text}>
      {start}
      <span className={css.fold}>
        <span className={css.middle}>{middle}</span>
      </span>
      {end}
    </span>
  )
}
