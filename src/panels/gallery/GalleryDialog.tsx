import type { DialogProps } from '../props.ts'

/** GalleryDialog. */
export function GalleryDialog({ onClose }: DialogProps) {
  return (
    <dialog open aria-label="GalleryDialog">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  )
}
