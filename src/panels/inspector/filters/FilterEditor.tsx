import { DESTINATION_LISTS, type Destination, type DestinationList } from '@meshwright/model'
import { useStoreApi } from '../../../store/react.ts'
import { connectorTitle } from '../../common/elementNames.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { FilterList } from './FilterList.tsx'
import { FilterTry } from './FilterTry.tsx'
import { knownDestinations } from '../../common/knownDestinations.ts'
import { useTrouble } from '../settings/useTrouble.ts'
import type { ConnectorProps } from '../elementProps.ts'

/** The order in which people think of them: what may cross, what may not, what always does. */
const SHOWN: readonly DestinationList[] = ['dynamic', 'excluded', 'static']

/** The three lists of a connector, and a box to try a name against them. */
export function FilterEditor({ network, connector }: ConnectorProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const trouble = useTrouble(connector.id)
  const known = knownDestinations(network.design)
  const change = (list: DestinationList, destinations: readonly Destination[], what: string) => {
    const label = `${what} ${DESTINATION_LISTS[list].label.toLowerCase()} of ${connectorTitle(network, connector)}`
    store.getState().edit({ type: 'set-filter', id: connector.id, list, destinations }, { label })
  }
  return (
    <>
      {SHOWN.map((list) => (
        <FilterList
          key={list}
          list={list}
          entries={connector.filters[list] ?? []}
          known={known}
          trouble={trouble(list)}
          readOnly={readOnly}
          onChange={(destinations, what) => change(list, destinations, what)}
        />
      ))}
      <FilterTry connector={connector} known={known} />
    </>
  )
}
