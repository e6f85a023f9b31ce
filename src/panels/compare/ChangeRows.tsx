import { useEffect, useRef, type ComponentProps } from 'react'
import type { BrokerId, ConnectorId } from '@meshwright/model'
import {
  tellConnector,
  type ChangedAt,
  type ChangedField,
  type DifferenceAlone,
} from '@meshwright/model/diff'
import type { ChangeKind } from '../../store/compare/compare.ts'
import type { Compared } from '../../store/compare/compared.ts'
import { counted } from '../common/words.ts'
import { Capped } from './Capped.tsx'
import css from './ChangeRows.module.css'
import rows from './rows.module.css'
import { useLighting } from './useLighting.ts'

interface Change {
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
  readonly difference: DifferenceAlone
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
      <Group title={counted(brokers.length, 'broker')} changes={brokers} compare={compare} />
      <Group title={counted(connectors.length, 'connector')} changes={connectors} compare={compare} />
      {brokers.length + connectors.length === 0 ? (
        <p className={rows.nothing}>Brokers and connectors mean the same.</p>
      ) : null}
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly changes: readonly Change[]
  readonly compare: Compared
}

function Group({ title, changes, compare }: GroupProps) {
  const { lighting, isSelected } = useLighting(compare)
  if (changes.length === 0) return null
  return (
    <>
      <h3 className={rows.heading}>{title}</h3>
      <Capped className={rows.list}>
        {changes.map(({ key, kind, title: name, fields, at }) => (
          <li key={key}>
            <Row isSelected={isSelected(at)} {...lighting(at)}>
              <i className={css.sign} data-kind={kind} aria-hidden />
              <span className={rows.name}>{name}</span>
              <span className={rows.kind}>{kind}</span>
            </Row>
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

interface RowProps extends ComponentProps<'button'> {
  /** The drawing has selected what it is about. */
  readonly isSelected: boolean
}

/** A row that comes into sight when the drawing selects what it is about. */
function Row({ isSelected, ...button }: RowProps) {
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  return (
    <button type="button" ref={row} className={rows.row} aria-current={isSelected || undefined} {...button} />
  )
}
