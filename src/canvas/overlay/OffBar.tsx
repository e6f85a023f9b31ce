import { networkOf } from '@meshwright/model'
import { offName } from '../../store/flow/flowOff.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, SwitchOffIcon } from '../../ui/index.ts'
import css from './RouteBar.module.css'

/** Says that something is switched off to see what happens, and switches it on again. The design is as it was. */
export function OffBar() {
  const store = useStoreApi()
  const off = useStore((state) => state.session.off)
  const design = useStore((state) => state.document.design)
  const [first, ...others] = off
  if (!first) return null
  const name = offName(networkOf(design), first)
  return (
    <div className={css.bar} role="note" aria-label="What if">
      <SwitchOffIcon />
      <span className={css.lead}>What if</span>
      <span className={css.stop}>
        {others.length === 0 ? `${name} is off` : `${name} and ${others.length} more are off`}
      </span>
      <Button kind="link" size="small" onClick={() => store.getState().setSession({ off: [] })}>
        Switch on
      </Button>
    </div>
  )
}
