import type { DialogProps } from '../props.ts'

/** DesignsDialog. */
export function DesignsDialog({ onClose }: DialogProps) {
  return (
    <dialog open aria-label="DesignsDialog">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
