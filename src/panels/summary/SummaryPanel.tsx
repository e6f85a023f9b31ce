/** Summary. */
export function SummaryPanel() {
  return <section aria-label="Summary" />
}
