import { VisuallyHidden } from '../../../ui/index.ts'
import { ElementIcon } from '../../common/ElementIcon.tsx'
import type { ElementLook } from '../../common/elementNames.ts'
import css from './ConnectorSketch.module.css'

interface End {
  readonly name: string
  readonly look: ElementLook
}

/** A connector by itself: the declaring side on the left with its plug, arrowheads where messages go. */
export function ConnectorSketch({
  from,
  to,
  duplex,
}: {
  readonly from: End
  readonly to: End
  readonly duplex: boolean
}) {
  const label = duplex
    ? `Messages go both ways between ${from.name} and ${to.name}; declared on ${from.name}.`
    : `Messages go from ${from.name} to ${to.name}; declared on ${from.name}.`
  return (
    <div className={css.sketch}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <EndCard end={from} plug />
      <span aria-hidden className={css.line} data-duplex={duplex || undefined}>
        {duplex ? <DuplexHeads /> : <OneWayHead />}
      </span>
      <EndCard end={to} />
    </div>
  )
}

function EndCard({ end, plug = false }: { readonly end: End; readonly plug?: boolean }) {
  return (
    <span
      aria-hidden
      className={css.card}
      data-external={end.look === 'external' || undefined}
      title={end.name}
    >
      {end.look !== 'broker' && <ElementIcon look={end.look} size={14} />}
      <span className={css.name}>{end.name}</span>
      {plug && <span className={css.plug} />}
    </span>
  )
}

function OneWayHead() {
  return (
    <svg className={css.right} width="11" height="10" viewBox="0 0 11 10">
      <path d="M0 0.2 10.5 5 0 9.8Z" />
    </svg>
  )
}

/** Half heads stand on the right of travel, one at the end of each lane. */
function DuplexHeads() {
  return (
    <>
      <svg className={css.left} width="11" height="6" viewBox="0 0 11 6">
        <path d="M0 6 11 0v6Z" />
      </svg>
      <svg className={css.right} width="11" height="6" viewBox="0 0 11 6">
        <path d="M11 0 0 6V0Z" />
      </svg>
    </>
  )
}
