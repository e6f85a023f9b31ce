import {
  isBrokerId,
  isConnectorId,
  isRegionId,
  type ElementId,
  type Network,
  type Note,
} from '@meshwright/model'
import { useStoreApi } from '../../store/react.ts'
import { Field, Select, TextArea } from '../../ui/index.ts'
import { nameOfElement } from '../common/elementNames.ts'
import { useReadOnly } from '../common/useDesign.ts'
import css from './Inspector.module.css'

const NOTHING = 'nothing'

/** A note: its text, and the element it is about. */
export function NoteInspector({ network, note }: { readonly network: Network; readonly note: Note }) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const { design } = network
  const option = (id: ElementId, group: string) => ({
    value: id as string,
    label: nameOfElement(network, id),
    group,
  })
  const known = [...design.brokers, ...design.connectors, ...design.regions].find(
    ({ id }) => id === note.about,
  )
  return (
    <div className={css.identity}>
      <Field label="Note">
        <TextArea
          value={note.text}
          rows={6}
          readOnly={readOnly}
          onCommit={(text) =>
            store
              .getState()
              .edit({ type: 'set-note', id: note.id, fields: { text } }, { label: 'write a note' })
          }
        />
      </Field>
      <Field label="About">
        <Select
          value={known?.id ?? NOTHING}
          disabled={readOnly}
          options={[
            { value: NOTHING, label: 'nothing in particular' },
            ...design.brokers.map(({ id }) => option(id, 'Brokers')),
            ...design.connectors.map(({ id }) => option(id, 'Connectors')),
            ...design.regions.map(({ id }) => option(id, 'Regions')),
          ]}
          onChange={(id) =>
            store.getState().edit(
              {
                type: 'set-note',
                id: note.id,
                fields: { about: isBrokerId(id) || isConnectorId(id) || isRegionId(id) ? id : null },
              },
              { label: 'attach a note' },
            )
          }
        />
      </Field>
    </div>
  )
}
