import type { DialogProps } from '../props.ts'

/** OpenUrlDialog. */
export function OpenUrlDialog({ onClose }: DialogProps) {
  return (
    <dialog open aria-label="OpenUrlDialog">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
