import { useStore as useFlowStore } from '@xyflow/react'
import { useStore } from '../../store/react.ts'
import { arrowHead, halfHead, plug } from '../edges/shapes.ts'
import { OverlayLegend } from '../overlay/OverlayLegend.tsx'
import { useScale } from '../scale.ts'
import css from './Floating.module.css'

const RIGHT = { x: 1, y: 0 }
const LEFT = { x: -1, y: 0 }

/** The key to the drawing: what a plug, an arrow and two lanes mean at this zoom. */
export function Legend() {
  const isShown = useStore((state) => state.frame.legend)
  const hasConnectors = useStore((state) => state.document.design.connectors.length > 0)
  const { detail } = useScale()
  // Beside the zoom bar and the map, which it must not run under.
  const isRoomy = useFlowStore(
    (state) => state.width >= (detail === 'marks' ? 870 : 660) && state.height >= 380,
  )
  const hasHint = useFlowStore((state) => detail === 'dots' || state.width >= 1060)
  const overlay = useStore((state) => state.session.overlay)
  if (!isRoomy || !isShown || !hasConnectors) return null
  if (overlay && overlay.lit.length > 0) return <OverlayLegend overlay={overlay} />
  return (
    <div className={`${css.bar} ${css.legend}`} role="note" aria-label="Key to the drawing">
      {detail === 'full' ? (
        <>
          <Entry words="declared here">
            <path className={css.line} d="M8,7H36" />
            <path className={css.plug} d={plug({ x: 1, y: 7 }, 'right')} />
          </Entry>
          <Entry words="messages go">
            <path className={css.line} d="M2,7H27" />
            <path className={css.head} d={arrowHead({ x: 34, y: 7 }, RIGHT)} />
          </Entry>
          <Entry words="both ways">
            <Lanes />
          </Entry>
        </>
      ) : (
        <>
          {detail === 'marks' ? (
            <Entry words="between regions, both ways">
              <Lanes />
            </Entry>
          ) : null}
          <Entry words="both ways">
            <path className={css.line} d="M2,7H34" />
          </Entry>
          {detail === 'marks' ? (
            <Entry words="one way">
              <path className={css.line} d="M2,7H27" />
              <path className={css.head} d={arrowHead({ x: 34, y: 7 }, RIGHT)} />
            </Entry>
          ) : null}
          {hasHint ? <span className={css.hint}>zoom in for who declares what</span> : null}
        </>
      )}
    </div>
  )
}

function Lanes() {
  return (
    <>
      <path className={css.line} d="M2,4.3H34M2,9.7H34" />
      <path className={css.head} d={halfHead({ x: 1, y: 4.3 }, LEFT)} />
      <path className={css.head} d={halfHead({ x: 35, y: 9.7 }, RIGHT)} />
    </>
  )
}

function Entry({ words, children }: { readonly words: string; readonly children: React.ReactNode }) {
  return (
    <span className={css.entry}>
      <svg width={36} height={16} viewBox="0 -1 36 16" aria-hidden>
        {children}
      </svg>
      {words}
    </span>
  )
}
