import type { DialogProps } from '../props.ts'

/** ShortcutsDialog. */
export function ShortcutsDialog({ onClose }: DialogProps) {
  return (
    <dialog open aria-label="ShortcutsDialog">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
