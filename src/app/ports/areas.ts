/** What can take the focus by keyboard, in an area. */
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** Moves keyboard focus to the next or former area of the page, as F6 does in many programs. */
export function moveArea(by: 1 | -1): void {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter((area) => targetIn(area))
  const at = areas.findIndex((area) => area.contains(document.activeElement))
  const from = at < 0 && by < 0 ? 0 : at
  const next = areas[(from + by + areas.length) % areas.length]
  if (next) targetIn(next)?.focus()
}

/** Where an area begins: at what is selected in it, else at its first control. */
function targetIn(area: HTMLElement): HTMLElement | undefined {
  const all = [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) =>
    element.checkVisibility(),
  )
  return all.find((element) => element.matches('.selected, [aria-selected="true"]')) ?? all[0]
}
