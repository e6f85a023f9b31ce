import type { BrokerId, ConnectorId } from '@meshwright/model'
import { tellConnector, type ChangedAt, type ChangedField, type Difference } from '@meshwright/model/diff'
import type { ChangeKind, Compared } from '../../store/compare/compare.ts'
import { counted } from '../common/words.ts'
import css from './Compare.module.css'
import { Capped } from './Capped.tsx'
import { useLighting } from './useLighting.ts'

interface Row {
  readonly key: string
  readonly kind: ChangeKind
  readonly title: string
  readonly fields: readonly ChangedField[]
  readonly at: ChangedAt<BrokerId | ConnectorId>
}

/** Brokers and connectors that were added, removed or mean something else, with each value before and after. */
export function ChangeRows({
  compare,
  difference,
}: {
  readonly compare: Compared
  readonly difference: Difference
}) {
  const brokers = difference.brokers.map(({ name, ...rest }, index) => ({
    ...rest,
    key: `${index}`,
    title: name,
  }))
  const connectors = difference.connectors.map((connector, index) => ({
    ...connector,
    key: `${index}`,
    title: tellConnector(connector),
  }))
  return (
    <>
      <Group title={counted(brokers.length, 'broker')} rows={brokers} compare={compare} />
      <Group title={counted(connectors.length, 'connector')} rows={connectors} compare={compare} />
      {brokers.length + connectors.length === 0 ? (
        <p className={css.nothing}>Brokers and connectors mean the same.</p>
      ) : null}
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly rows: readonly Row[]
  readonly compare: Compared
}

function Group({ title, rows, compare }: GroupProps) {
  const lighting = useLighting(compare)
  if (rows.length === 0) return null
  return (
    <>
      <h3 className={css.heading}>{title}</h3>
      <Capped className={css.list}>
        {rows.map(({ key, kind, title: name, fields, at }) => (
          <li key={key}>
            <button type="button" className={css.row} {...lighting(at)}>
              <i className={css.sign} data-kind={kind} aria-hidden />
              <span className={css.name}>{name}</span>
              <span className={css.kind}>{kind}</span>
            </button>
            {fields.length > 0 ? (
              <dl className={css.fields}>
                {fields.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{field}</dt>
                    <dd>
                      <del>{before ?? 'not set'}</del> <span aria-hidden>→</span>{' '}
                      <ins>{after ?? 'not set'}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
          </li>
        ))}
      </Capped>
    </>
  )
}
