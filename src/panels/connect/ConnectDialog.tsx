import type { DialogProps } from '../props.ts'

/** ConnectDialog. */
export function ConnectDialog({ onClose }: DialogProps) {
  return (
    <dialog open aria-label="ConnectDialog">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
