/** Outline. */
export function OutlinePanel() {
  return <section aria-label="Outline" />
}
