import type { ElementId } from '@meshwright/model'
import { findingKey, type Finding } from '@meshwright/model/checks'
import { findingsByElement, findingsOf } from '../../store/findings.ts'
import { openFinding } from '../../store/gestures/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Callout } from '../../ui/index.ts'
import css from './Inspector.module.css'

/** More than this and the inspector would be a second list of findings. */
const MOST = 3

/** The open findings of an element, worst first, each with a way to its fix. */
export function ElementFindings({ id }: { readonly id: ElementId }) {
  const store = useStoreApi()
  const findings = useStore((state) => findingsByElement(findingsOf(state)).get(id))
  if (!findings) return null
  const open = (finding: Finding) => {
    openFinding(store, finding)
    store.getState().setFrame({ bottom: true })
  }
  const more = findings.length - MOST
  return (
    <div className={css.findings}>
      {findings.slice(0, MOST).map((finding) => (
        <Callout
          key={findingKey(finding)}
          tone={finding.severity}
          actions={
            <Button size="small" onClick={() => open(finding)}>
              {finding.fix ? 'Show fix' : 'Show'}
            </Button>
          }
        >
          {finding.message}
        </Callout>
      ))}
      {more > 0 && (
        <Button kind="link" size="small" onClick={() => open(findings[MOST] ?? findings[0])}>
          {more === 1 ? '1 more finding' : `${more} more findings`}
        </Button>
      )}
    </div>
  )
}
