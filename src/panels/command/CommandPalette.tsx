import type { DialogProps } from '../props.ts'

/** CommandPalette. */
export function CommandPalette({ onClose }: DialogProps) {
  return (
    <dialog open aria-label="CommandPalette">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
