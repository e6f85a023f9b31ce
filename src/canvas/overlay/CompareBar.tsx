import {
  comparedMarksOf,
  compareTitles,
  endCompare,
  swapSides,
  type ChangeKind,
} from '../../store/compare/compare.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { CloseIcon, CompareIcon, cx, IconButton, Spinner, SwapIcon } from '../../ui/index.ts'
import css from './CompareBar.module.css'
import marked from './compareMarks.module.css'
import bar from './RouteBar.module.css'

const KINDS: readonly ChangeKind[] = ['added', 'removed', 'changed']
const SIGN = { added: '+', removed: '−', changed: '~' } as const

/** What the open design is held against, the key to the marks, and the way out. */
export function CompareBar() {
  const store = useStoreApi()
  const compare = useStore((state) => state.session.compare)
  const marks = useStore(comparedMarksOf)
  const openName = useStore((state) => state.document.design.name)
  if (!compare) return null
  const counts: Record<ChangeKind, number> = { added: 0, removed: 0, changed: 0 }
  for (const kind of marks?.marks.values() ?? []) counts[kind] += 1
  if (marks) counts[marks.ghosts.kind] += marks.ghosts.brokers.length + marks.ghosts.connectors.length
  const { before, after } = compareTitles(compare, openName)
  return (
    <div
      className={cx(bar.bar, css.bar, marked.marks)}
      role="note"
      aria-label={`Comparing ${before} with ${after}`}
    >
      <span className={css.icon}>
        <CompareIcon />
      </span>
      <span className={css.title}>{before}</span>
      <span className={css.title} aria-hidden>
        →
      </span>
      <span className={css.title}>{after}</span>
      {marks || compare.trouble !== undefined ? null : <Spinner size={14} />}
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <span key={kind} className={css.key}>
          <i className={marked.sign} data-kind={kind} aria-hidden>
            {SIGN[kind]}
          </i>
          {counts[kind]} {kind}
        </span>
      ))}
      <span className={css.icon}>
        <IconButton
          kind="quiet"
          size="small"
          label="Turn the comparison around"
          icon={<SwapIcon size={14} />}
          onClick={() => swapSides(store)}
        />
      </span>
      <IconButton
        kind="quiet"
        size="small"
        label="Close the comparison"
        icon={<CloseIcon size={14} />}
        onClick={() => endCompare(store)}
      />
    </div>
  )
}
