import type { DialogProps } from '../props.ts'

/** ExportDialog. */
export function ExportDialog({ onClose }: DialogProps) {
  return (
    <dialog open aria-label="ExportDialog">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
