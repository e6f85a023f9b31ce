import type { ElementId } from '@meshwright/model'
import { findingKey, type Finding } from '@meshwright/model/checks'
import { findingsByElement, findingsOf } from '../../store/checks/findings.ts'
import { openFinding } from '../../store/gestures/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Callout, SeverityMark } from '../../ui/index.ts'
import css from './Inspector.module.css'

/** Rows beyond this would push everything else out of sight. */
const MOST = 3

/** The open findings of an element: the one that is open, else the worst, in full; the others as one line each. */
export function ElementFindings({ id }: { readonly id: ElementId }) {
  const store = useStoreApi()
  const findings = useStore((state) => findingsByElement(findingsOf(state)).get(id))
  const openKey = useStore((state) => state.session.finding)
  if (!findings) return null
  const first = findings.find((finding) => findingKey(finding) === openKey) ?? findings[0]
  const others = findings.filter((finding) => finding !== first)
  const open = (finding: Finding) => {
    openFinding(store, finding)
    store.getState().setFrame({ bottom: true })
  }
  return (
    <div className={css.findings}>
      <Callout
        tone={first.severity}
        actions={
          <Button size="small" onClick={() => open(first)}>
            {first.fix ? 'Show fix' : 'Show'}
          </Button>
        }
      >
        <span className={css.clamped} title={first.message}>
          {first.message}
        </span>
      </Callout>
      {others.length > 0 && (
        <ul className={css.list}>
          {others.slice(0, MOST).map((finding) => (
            <li key={findingKey(finding)}>
              <button type="button" className={css.row} title={finding.message} onClick={() => open(finding)}>
                <SeverityMark severity={finding.severity} size={14} label={finding.severity} />
                <span className={css.rowName}>{finding.message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > MOST && (
        <Button kind="link" size="small" onClick={() => open(others[MOST] ?? first)}>
          {others.length - MOST} more
        </Button>
      )}
    </div>
  )
}
