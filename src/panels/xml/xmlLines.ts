import type { BrokerId, ConnectorId } from '@meshwright/model'
import { placeId, type Finding } from '@meshwright/model/checks'
import type { LineSpan, WrittenXml } from '@meshwright/model/xml'
import type { CodeLine } from '../../ui/index.ts'
import { highlightXml } from '../common/xml/highlightXml.ts'

type Shown = BrokerId | ConnectorId

/** What stands out in a text. */
export interface Bands {
  /** Elements that are selected: their lines get a band. */
  readonly selected?: readonly string[]
  /** What the open finding touches, and how bad it is. */
  readonly finding?: {
    readonly severity: 'error' | 'warning' | 'note'
    readonly at: readonly { readonly element: string; readonly setting?: string | undefined }[]
  }
  readonly nameOf: (id: Shown) => string
}

/** A written file as lines of code, each with whose it is; the outermost run of a selected element is banded. */
export function xmlLines(written: Pick<WrittenXml, 'text' | 'lines'>, bands: Bands): readonly CodeLine[] {
  const spans = highlightXml(written.text.replace(/\n$/, ''))
  const owners = innermost(written.lines, spans.length)
  const selected = new Set(bands.selected)
  // The document belongs to its broker from the first line to the last: a band over all of it would say nothing.
  const banded = written.lines.filter((span) => selected.has(span.element) && span.element.startsWith('c'))
  return spans.map((line, index) => {
    const number = index + 1
    const owner = owners[index]
    const tone = banded.some(({ from, to }) => from <= number && number <= to)
      ? 'selected'
      : owner && isTouched(owner, bands.finding)
        ? bands.finding?.severity
        : undefined
    return {
      id: String(number),
      number,
      spans: line,
      ...(tone === undefined ? {} : { tone }),
      ...(owner === undefined ? {} : { label: bands.nameOf(owner.element) }),
    }
  })
}

/** The elements and settings that a finding names, for its bands. */
export function touchedSettings({ at }: Pick<Finding, 'at'>): NonNullable<Bands['finding']>['at'] {
  return at.map((place) => ({
    element: placeId(place),
    setting: 'setting' in place ? place.setting : undefined,
  }))
}

/** The lines of one element alone, with their numbers in the file, moved to the left edge. */
export function elementLines(
  written: Pick<WrittenXml, 'text' | 'lines'>,
  element: Shown,
): readonly CodeLine[] {
  const span = written.lines.find((each) => each.element === element && each.attribute === undefined)
  if (!span) return []
  const texts = written.text.split('\n').slice(span.from - 1, span.to)
  const indent = Math.min(...texts.filter((text) => text.trim() !== '').map((text) => text.search(/\S/)))
  const spans = highlightXml(texts.map((text) => text.slice(indent)).join('\n'), { foldAt: 24 })
  return spans.map((line, index) => ({ id: String(index), number: span.from + index, spans: line }))
}

/** What each line is about: the run that begins last and still holds it. */
function innermost(lines: readonly LineSpan[], count: number): readonly (LineSpan | undefined)[] {
  const owners = Array.from<LineSpan | undefined>({ length: count })
  for (const span of lines) for (let line = span.from; line <= span.to; line++) owners[line - 1] = span
  return owners
}

/** A finding that names a setting marks its lines alone; one that names none marks the element's first lines only. */
function isTouched(owner: LineSpan, finding: Bands['finding']): boolean {
  return (
    finding?.at.some(
      ({ element, setting }) =>
        owner.element === element &&
        (setting === undefined
          ? element.startsWith('c')
          : owner.setting === setting || owner.attribute === setting),
    ) ?? false
  )
}
