import type { Overlay } from '../../store/flow/flowOverlay.ts'
import floating from '../view/Floating.module.css'
import css from './OverlayLegend.module.css'

/** The key to what lies over the drawing right now: a route and demand, or messages on their way. */
export function OverlayLegend({ overlay }: { readonly overlay: Overlay }) {
  const { demands, ends, route, stops } = overlay
  const isRun = ends.some(({ text }) => text !== undefined)
  return (
    <div className={`${floating.bar} ${floating.legend}`} role="note" aria-label="Key to the drawing">
      {route.length > 1 ? (
        <Entry words="route">
          <path className={css.band} d="M2,7H34" />
          <path className={css.route} d="M2,7H34" />
        </Entry>
      ) : null}
      {isRun ? (
        <>
          <Entry words="message, numbered" width={16}>
            <rect className={css.message} x={1} y={1} width={14} height={12} rx={3.5} />
          </Entry>
          <Entry words="stuck message" width={6}>
            <rect className={css.stuck} x={0.5} y={1} width={5} height={12} rx={1.5} />
          </Entry>
        </>
      ) : null}
      {demands.some(({ isRefused }) => !isRefused) ? (
        <Entry words="a consumer’s demand">
          <path className={css.demand} d="M2,7H26" />
          <path className={css.demandHead} d="M34,7L25,2.6L27,7L25,11.4Z" />
        </Entry>
      ) : null}
      {demands.some(({ isRefused }) => isRefused) || stops.length > 0 ? (
        <Entry words="refused" width={6}>
          <path className={css.refused} d="M3,0.5V13.5" />
        </Entry>
      ) : null}
    </div>
  )
}

interface EntryProps {
  readonly words: string
  readonly width?: number
  readonly children: React.ReactNode
}

function Entry({ words, width = 36, children }: EntryProps) {
  return (
    <span className={floating.entry}>
      <svg width={width} height={16} viewBox={`0 -1 ${width} 16`} aria-hidden>
        {children}
      </svg>
      {words}
    </span>
  )
}
