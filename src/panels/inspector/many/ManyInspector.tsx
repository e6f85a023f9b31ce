import type { Broker, Connector, ElementId, Network } from '@meshwright/model'
import { Section } from '../../../ui/index.ts'
import { ElementChip } from '../../common/ElementChip.tsx'
import { counted } from '../../common/words.ts'
import css from '../Inspector.module.css'
import { ManyBrokers } from './ManyBrokers.tsx'
import { ManyConnectors } from './ManyConnectors.tsx'
import { remove } from '../../../store/gestures/change.ts'
import { useStoreApi } from '../../../store/react.ts'
import { Button, DeleteIcon } from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'

/** More chips than this would push everything else out of sight. */
const MOST = 12

/** Several selected elements: what they have in common can be changed for all of them at once. */
export function ManyInspector({
  network,
  ids,
}: {
  readonly network: Network
  readonly ids: readonly ElementId[]
}) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const chosen = new Set<string>(ids)
  const brokers: readonly Broker[] = network.design.brokers.filter(({ id }) => chosen.has(id))
  const connectors: readonly Connector[] = network.design.connectors.filter(({ id }) => chosen.has(id))
  const rest = ids.length - brokers.length - connectors.length
  const said = [
    brokers.length > 0 && counted(brokers.length, 'broker'),
    connectors.length > 0 && counted(connectors.length, 'connector'),
    rest > 0 && (brokers.length + connectors.length > 0 ? `${rest} more` : counted(rest, 'element')),
  ].filter((words) => words !== false)
  return (
    <>
      <div className={css.identity}>
        <p className={css.title}>{said.join(', ')}</p>
        <div className={css.chips}>
          {ids.slice(0, MOST).map((id) => (
            <ElementChip key={id} id={id} />
          ))}
          {ids.length > MOST && <span className={css.faint}>and {ids.length - MOST} more</span>}
        </div>
        {!readOnly && (
          <div className={css.actions}>
            <Button size="small" icon={<DeleteIcon size={14} />} onClick={() => remove(store, ids)}>
              Delete all {ids.length}
            </Button>
          </div>
        )}
      </div>
      {brokers.length > 1 && (
        <Section title={counted(brokers.length, 'broker')}>
          <ManyBrokers network={network} brokers={brokers} />
        </Section>
      )}
      {connectors.length > 1 && <ManyConnectors network={network} connectors={connectors} />}
    </>
  )
}
