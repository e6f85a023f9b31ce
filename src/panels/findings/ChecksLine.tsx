import { runAction } from '../../store/actions/index.ts'
import { checksStateOf } from '../../store/checks/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Callout, Progress } from '../../ui/index.ts'
import { useLong } from '../common/useLong.ts'
import { counted } from '../common/words.ts'
import css from './FindingsPanel.module.css'

/** What the list above it does not say: that checks are still running, or which of them have not run. */
export function ChecksLine() {
  const store = useStoreApi()
  const { state, done, total, left } = useStore(checksStateOf)
  const isLong = useLong(state === 'running')
  if (isLong) {
    return (
      <div className={css.checks}>
        <Progress
          thin
          label={`Checking ${Math.min(done + 1, total)} of ${total}: ${(left[0] ?? '').replace(/\.$/, '')}`}
          value={done}
          max={total}
          cancelLabel="Stop"
          onCancel={() => runAction(store, 'stop-checks')}
        />
      </div>
    )
  }
  if (state !== 'stopped' && state !== 'failed') return null
  return (
    <div className={css.checks}>
      <Callout
        banner
        announces
        tone="plain"
        title={state === 'stopped' ? 'The checks were stopped' : 'A check could not be finished'}
        actions={
          <Button size="small" onClick={() => runAction(store, 'run-checks')}>
            Run again
          </Button>
        }
      >
        <details className={css.left}>
          <summary>
            {counted(left.length, 'check')} {left.length === 1 ? 'has' : 'have'} not run
          </summary>
          <ul>
            {left.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </details>
      </Callout>
    </div>
  )
}
