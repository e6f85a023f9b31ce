import type { ElementId } from '@meshwright/model'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Chip } from '../../ui/index.ts'
import { ElementIcon } from './ElementIcon.tsx'
import { lookOf, nameOfElement } from './elementNames.ts'
import { show, useNetwork } from './useDesign.ts'

/** The name of an element as a chip: a click selects it and brings it into view, the pointer over it lights it. */
export function ElementChip({ id }: { readonly id: ElementId }) {
  const store = useStoreApi()
  const network = useNetwork()
  const isSelected = useStore((state) => state.session.selection.includes(id))
  const look = lookOf(network, id)
  if (!look) return null
  const light = (ids: readonly ElementId[]) => store.getState().setSession({ lit: ids })
  return (
    <Chip
      icon={<ElementIcon look={look} size={14} />}
      current={isSelected}
      onClick={() => show(store, [id])}
      onPointerEnter={() => light([id])}
      onPointerLeave={() => light([])}
      onFocus={() => light([id])}
      onBlur={() => light([])}
    >
      {nameOfElement(network, id)}
    </Chip>
  )
}
