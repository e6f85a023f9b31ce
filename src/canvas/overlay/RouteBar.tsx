import { networkOf } from '@meshwright/model'
import { useStore, useStoreApi } from '../../store/react.ts'
import { ArrowRightIcon, CloseIcon, IconButton, RouteIcon, VisuallyHidden } from '../../ui/index.ts'
import css from './RouteBar.module.css'

/** Names on the bar beyond this are left out in the middle. */
const MOST = 5

/** Which route is lit, and a way to put it out. */
export function RouteBar() {
  const store = useStoreApi()
  const design = useStore((state) => state.document.design)
  const route = useStore((state) => state.session.overlay?.route)
  const isChosen = useStore((state) => state.session.reach.cell !== undefined)
  if (!route || route.length < 2) return null
  const network = networkOf(design)
  const names = route.map((id) => network.nameOf(id))
  const shown = names.length > MOST ? [...names.slice(0, 2), '…', ...names.slice(-2)] : names
  return (
    <div className={css.bar} role="note" aria-label={`Route ${names.join(' to ')}`}>
      <RouteIcon />
      <span className={css.lead}>Route</span>
      {shown.map((name, index) => (
        <span key={`${index} ${name}`} className={css.stop}>
          {index > 0 ? <ArrowRightIcon size={13} /> : null}
          {name}
          {index < shown.length - 1 ? <VisuallyHidden> to </VisuallyHidden> : null}
        </span>
      ))}
      {isChosen ? (
        <IconButton
          kind="quiet"
          size="small"
          label="Put the route out"
          icon={<CloseIcon size={14} />}
          onClick={() => {
            const { cell: _, ...reach } = store.getState().session.reach
            store.getState().setSession({ reach })
          }}
        />
      ) : null}
    </div>
  )
}
