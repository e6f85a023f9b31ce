import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/index.ts'

interface CappedProps {
  /** Its rows. */
  readonly children: readonly ReactNode[]
  readonly ordered?: boolean
  readonly className: string | undefined
}

/** A network of a thousand brokers has thousands of rows; so many are drawn at once. */
const PAGE = 100

/** A list that shows more of itself when it is asked to. */
export function Capped({ children: items, ordered = false, className }: CappedProps) {
  const [pages, setPages] = useState(1)
  const shown = items.slice(0, pages * PAGE)
  const List = ordered ? 'ol' : 'ul'
  return (
    <>
      <List className={className}>{shown}</List>
      {items.length > shown.length ? (
        <Button kind="link" size="small" onClick={() => setPages(pages + 1)}>
          Show {Math.min(PAGE, items.length - shown.length)} more of {items.length}
        </Button>
      ) : null}
    </>
  )
}
