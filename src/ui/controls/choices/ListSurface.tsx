import { useState } from 'react'
import { later } from '../../later.tsx'
import { Missing } from '../../overlay/Missing.tsx'
import type { ListPopoverProps } from './ListPopover.tsx'

// A list is opened by a hand, so what places it comes after the first picture.
const ListPopover = later(async () => (await import('./ListPopover.tsx')).ListPopover, {
  missing: MissingList,
})

/** Loads what lists are drawn with, before the first one is opened. */
export const loadLists = ListPopover.load

/** The list of a Select or a Combobox, from the first time it is opened. */
export function ListSurface(props: ListPopoverProps) {
  const [isUsed, setUsed] = useState(false)
  if (props.open && !isUsed) setUsed(true)
  return isUsed || props.open ? <ListPopover {...props} /> : null
}

function MissingList({ open, onClose, again }: ListPopoverProps & { readonly again: () => void }) {
  return open ? <Missing onClose={onClose} again={again} /> : null
}
