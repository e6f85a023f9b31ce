import { isBrokerId, type Broker } from '@meshwright/model'
import { useState } from 'react'
import { merge, selectedToMerge } from '../../store/gestures/merge.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { CommandPalette, OutsideIcon } from '../../ui/index.ts'
import { ElementIcon } from '../common/ElementIcon.tsx'
import { useNetwork } from '../common/useDesign.ts'
import { connectTargets } from '../connect/connectTargets.ts'
import type { DialogProps } from '../props.ts'

/** Says which broker the selected outside broker really is: type its name, Enter merges the two. */
export function MergeDialog({ onClose }: DialogProps) {
  const outside = useStore(selectedToMerge)
  return outside ? <Choice outside={outside} onClose={onClose} /> : null
}

function Choice({ outside, onClose }: DialogProps & { readonly outside: Broker }) {
  const store = useStoreApi()
  const network = useNetwork()
  const [query, setQuery] = useState('')
  const close = () => {
    store.getState().setSession({ lit: [] })
    onClose()
  }
  return (
    <CommandPalette
      open
      onOpenChange={(open) => !open && close()}
      label={`Merge ${outside.name} into`}
      query={query}
      onQueryChange={setQuery}
      placeholder="Type the name of the broker that it is"
      groups={[
        {
          id: 'brokers',
          heading: 'Brokers',
          items: connectTargets(network, outside.id).map((target) => ({
            id: target.id,
            label: target.name,
            detail: target.detail,
            icon: <ElementIcon look={target.look} />,
            onSelect: () => {
              close()
              merge(store, outside.id, target.id)
            },
          })),
        },
      ]}
      mode={{ label: `Merge ${outside.name} into`, icon: <OutsideIcon size={14} />, onLeave: close }}
      onHighlight={(id) => store.getState().setSession({ lit: isBrokerId(id) ? [outside.id, id] : [] })}
      empty="No other broker has such a name."
    />
  )
}
