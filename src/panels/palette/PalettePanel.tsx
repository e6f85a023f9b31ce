/** Palette. */
export function PalettePanel() {
  return <section aria-label="Palette" />
}
