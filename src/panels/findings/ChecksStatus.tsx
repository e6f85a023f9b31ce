import { runAction } from '../../store/actions/index.ts'
import { checksStateOf } from '../../store/checks/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, IconButton, Spinner, StopIcon } from '../../ui/index.ts'
import { useLong } from '../common/useLong.ts'
import { numeral } from '../common/words.ts'
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
        <span className={css.words}>
          <span className={css.noun}>Checking </span>
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
      <span className={css.words}>
        {numeral(left.length)}
        <span className={css.noun}> {left.length === 1 ? 'check' : 'checks'}</span> not run
      </span>
      <Button kind="link" size="small" onClick={() => runAction(store, 'run-checks')}>
        Run again
      </Button>
    </span>
  )
}
