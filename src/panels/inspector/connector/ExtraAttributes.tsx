import { useStoreApi } from '../../../store/react.ts'
import { connectorTitle } from '../../common/elementNames.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import css from '../Inspector.module.css'
import { ExtraRow } from './ExtraRow.tsx'
import { withExtra } from './withExtra.ts'
import type { ConnectorProps } from '../elementProps.ts'

/** Attributes that the tables do not know, kept as somebody wrote them. Shown only where there are any. */
export function ExtraAttributes({ network, connector }: ConnectorProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const entries = Object.entries(connector.extra ?? {})
  if (entries.length === 0) return null
  const set = (name: string, value: string | undefined) => {
    const label = `${value === undefined ? 'remove' : 'set'} ${name} of ${connectorTitle(network, connector)}`
    store.getState().edit(
      {
        type: 'set-connector',
        id: connector.id,
        fields: { extra: withExtra(connector.extra, name, value) },
      },
      { label },
    )
  }
  return (
    <div className={css.block}>
      <h4 className={css.subhead}>Attributes that Meshwright does not know</h4>
      <p className={css.faint}>They are kept and written back as they are.</p>
      {entries.map(([name, value]) => (
        <ExtraRow
          key={name}
          name={name}
          value={value}
          readOnly={readOnly}
          onSet={(text) => set(name, text)}
        />
      ))}
    </div>
  )
}
