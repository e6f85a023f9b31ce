/** Findings. */
export function FindingsPanel() {
  return <section aria-label="Findings" />
}
