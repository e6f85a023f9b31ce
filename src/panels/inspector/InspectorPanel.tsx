/** Inspector. */
export function InspectorPanel() {
  return <section aria-label="Inspector" />
}
