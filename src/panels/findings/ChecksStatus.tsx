import { runAction } from '../../store/actions/index.ts'
import { checksStateOf } from '../../store/checks/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, IconButton, Spinner, StopIcon } from '../../ui/index.ts'
import { useLong } from '../common/useLong.ts'
import { counted } from '../common/words.ts'
import css from './ChecksStatus.module.css'

/** In the top bar: that checks take longer than a moment, or that some were given up. Else nothing. */
export function ChecksStatus() {
  const store = useStoreApi()
  const { state, done, total, left } = useStore(checksStateOf)
  const isLong = useLong(state === 'running')
  if (isLong) {
    return (
      <span className={css.status}>
        <Spinner size={12} />
        <span>
          <span className={css.verb}>Checking </span>
          {Math.min(done + 1, total)} of {total}
        </span>
        <IconButton
          size="small"
          label="Stop the checks"
          icon={<StopIcon size={14} />}
          onClick={() => runAction(store, 'stop-checks')}
        />
      </span>
    )
  }
  if (state !== 'stopped') return null
  return (
    <span className={css.status}>
      <span>{counted(left.length, 'check')} not run</span>
      <Button kind="link" size="small" onClick={() => runAction(store, 'run-checks')}>
        Run again
      </Button>
    </span>
  )
}
