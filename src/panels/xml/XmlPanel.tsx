/** Xml. */
export function XmlPanel() {
  return <section aria-label="Xml" />
}
