import type { DialogProps } from '../props.ts'

/** ShareDialog. */
export function ShareDialog({ onClose }: DialogProps) {
  return (
    <dialog open aria-label="ShareDialog">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
