import { newDesign } from '../../store/keeping/designs.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, DisconnectIcon, EmptyState, VisuallyHidden } from '../../ui/index.ts'
import css from '../App.module.css'
import { enter, openExample } from '../entry.ts'

/** A link that cannot be read: why, and where to go from here. Nothing of this browser was touched. */
export function DamagedLink() {
  const store = useStoreApi()
  const message = useStore((state) => state.session.damaged)
  const leave = async (way: () => Promise<void>) => {
    history.replaceState(null, '', location.pathname + location.search)
    store.getState().setSession({ damaged: undefined })
    await way()
  }
  return (
    <main className={css.alone}>
      <VisuallyHidden>
        <h1>Meshwright</h1>
      </VisuallyHidden>
      <EmptyState
        card
        icon={<DisconnectIcon size={28} />}
        title="This link cannot be opened"
        actions={
          <>
            <Button kind="primary" onClick={() => void leave(() => enter(store, ''))}>
              Go to my designs
            </Button>
            <Button onClick={() => void leave(() => openExample(store))}>Open the example</Button>
            <Button onClick={() => void leave(() => newDesign(store))}>New design</Button>
          </>
        }
      >
        {message} Your own designs are as they were.
      </EmptyState>
    </main>
  )
}
