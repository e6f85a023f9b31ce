import type { Connector, Network } from '@meshwright/model'
import { useStoreApi } from '../../../store/react.ts'
import { DeleteIcon, IconButton, SettingRow, TextInput } from '../../../ui/index.ts'
import { connectorTitle } from '../../common/elementNames.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import css from '../Inspector.module.css'

/** Attributes that the tables do not know, kept as somebody wrote them. Shown only where there are any. */
export function ExtraAttributes({
  network,
  connector,
}: {
  readonly network: Network
  readonly connector: Connector
}) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const entries = Object.entries(connector.extra ?? {})
  if (entries.length === 0) return null
  const set = (name: string, value: string | undefined) => {
    const kept = entries.filter(([other]) => other !== name)
    const extra = value === undefined ? kept : [...kept, [name, value] as const]
    const label = `${value === undefined ? 'remove' : 'set'} ${name} of ${connectorTitle(network, connector)}`
    store.getState().edit(
      {
        type: 'set-connector',
        id: connector.id,
        fields: { extra: extra.length > 0 ? Object.fromEntries(extra) : null },
      },
      { label },
    )
  }
  return (
    <div className={css.block}>
      <h4 className={css.subhead}>Attributes that Meshwright does not know</h4>
      <p className={css.faint}>They are kept and written back as they are.</p>
      {entries.map(([name, value]) => (
        <SettingRow key={name} label={name} changed>
          <TextInput value={value} mono readOnly={readOnly} onCommit={(text) => set(name, text)} />
          {!readOnly && (
            <IconButton
              size="small"
              icon={<DeleteIcon size={14} />}
              label={`Remove ${name}`}
              onClick={() => set(name, undefined)}
            />
          )}
        </SettingRow>
      ))}
    </div>
  )
}
