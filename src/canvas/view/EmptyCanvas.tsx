import { actionKeys, runAction } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { BrokerIcon, Button, FileOpenIcon, TopologyIcon, UploadIcon } from '../../ui/index.ts'
import css from './Floating.module.css'

/** What an empty drawing offers. */
export function EmptyCanvas() {
  const store = useStoreApi()
  const isEmpty = useStore(
    ({ document: { design } }) => design.brokers.length + design.regions.length + design.notes.length === 0,
  )
  const isReadOnly = useStore((state) => state.session.readOnly)
  // It stands where the first broker is likely to be put: with one in the hand, it gives way.
  const hasTool = useStore((state) => state.session.tool !== 'select')
  if (!isEmpty || hasTool) return null
  if (isReadOnly) return <div className={css.empty}>This design is empty.</div>
  return (
    <section className={css.empty} aria-label="Empty design">
      <h2>Draw a network of brokers</h2>
      <p>
        Put brokers where you like, then draw a connector from the edge of one card to another. The side you
        start from declares it.
      </p>
      <div className={css.choices}>
        <Button
          kind="primary"
          icon={<BrokerIcon />}
          keys={actionKeys('add-broker')[0]}
          onClick={() => runAction(store, 'add-broker')}
        >
          Add a broker
        </Button>
        <Button
          icon={<TopologyIcon />}
          keys={actionKeys('gallery')[0]}
          onClick={() => runAction(store, 'gallery')}
        >
          Start from a topology
        </Button>
        <Button
          icon={<UploadIcon />}
          keys={actionKeys('import')[0]}
          onClick={() => runAction(store, 'import')}
        >
          Import configuration
        </Button>
        <Button icon={<FileOpenIcon />} onClick={() => runAction(store, 'open-file')}>
          Open a file
        </Button>
      </div>
    </section>
  )
}
