import type { Point } from '@meshwright/model'
import { canRun } from '../../store/actions/index.ts'
import { useStoreApi } from '../../store/react.ts'
import { FilterIcon, SeverityMark } from '../../ui/index.ts'
import type { ConnectorData } from '../flow/flow.ts'
import { NameField } from '../nodes/NameField.tsx'
import { labelText } from '../connectorLabel.ts'
import css from './ConnectorLabel.module.css'

interface ConnectorLabelProps {
  readonly data: ConnectorData
  readonly at: Point
  readonly selected: boolean
  /** It is selected or pointed at, so it says all, above the others. */
  readonly isWhole: boolean
  /** Pointing at the label is pointing at the line. */
  readonly pointing: { readonly onPointerEnter: () => void; readonly onPointerLeave: () => void }
}

/**
 * What is written on a line: what is not as usual, and the mark of its worst finding; as much as there is room for, and
 * all of it while it is asked for. For the eye; the line has the words.
 */
export function ConnectorLabel({ data, at, selected, isWhole, pointing }: ConnectorLabelProps) {
  const store = useStoreApi()
  const { severity } = data
  const label = isWhole ? data.wholeLabel : data.label
  const place = { transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }
  if (data.isRenaming)
    return (
      <div className={css.place} style={place}>
        <NameField id={data.connector} name={data.name} label="Name of the connector" look="pill" />
      </div>
    )
  if (data.isLabelHidden && !isWhole) return null
  const isMore = label.length === 0 && data.wholeLabel.length > 0
  return (
    // Read aloud as part of the line, which is what the keyboard reaches; here is only more room for the pointer.
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      className={`${css.place} nodrag nopan`}
      style={place}
      data-light={data.light}
      data-connector={data.connector}
      data-whole={isWhole || undefined}
      title={data.labelWords}
      {...pointing}
      onClick={(event) => {
        const { session, select } = store.getState()
        const adds = event.shiftKey || event.ctrlKey || event.metaKey
        select(adds ? [...new Set([...session.selection, data.connector])] : [data.connector])
      }}
      onDoubleClick={() => {
        if (canRun(store.getState(), 'rename')) store.getState().setSession({ renaming: data.connector })
      }}
    >
      {label.length === 0 && (severity || !isMore) ? (
        <span className={css.alone}>{severity ? <SeverityMark severity={severity} size={18} /> : null}</span>
      ) : (
        <span className={css.pill} data-selected={selected || undefined}>
          {severity ? <SeverityMark severity={severity} size={15} /> : null}
          {isMore ? <span className={css.more}>…</span> : null}
          {label.map((part) => (
            <span key={part.kind + part.text} className={css.part} data-kind={part.kind}>
              {part.kind === 'filter' ? <FilterIcon size={13} /> : null}
              {part.kind === 'filter' && part.excludes ? <span className={css.not}>not</span> : null}
              {labelText(part)}
            </span>
          ))}
        </span>
      )}
    </button>
  )
}
