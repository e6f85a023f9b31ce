import type { Finding } from '@meshwright/model/checks'
import { openFinding } from '../../store/gestures/findings.ts'
import { useStoreApi } from '../../store/react.ts'
import { Callout } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import css from './Export.module.css'

export interface OpenErrorsProps {
  readonly errors: readonly Finding[]
  readonly onClose: () => void
}

/** Errors beyond this are counted. */
const MOST = 3

/** What is wrong with the design, told before its files are taken; a click leaves for the finding. */
export function OpenErrors({ errors, onClose }: OpenErrorsProps) {
  const store = useStoreApi()
  return (
    <Callout tone="error" title={`${counted(errors.length, 'error')} open: the files will say what is drawn`}>
      <ul className={css.errors}>
        {errors.slice(0, MOST).map((finding) => (
          <li key={`${finding.check} ${finding.message}`}>
            <button
              type="button"
              className={css.error}
              onClick={() => {
                onClose()
                openFinding(store, finding)
              }}
            >
              {finding.message}
            </button>
          </li>
        ))}
        {errors.length > MOST && <li>and {errors.length - MOST} more</li>}
      </ul>
    </Callout>
  )
}
