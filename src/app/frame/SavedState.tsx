import { useStore } from '../../store/react.ts'
import type { Origin, Saving } from '../../store/session.ts'
import { Badge, Button, CheckIcon, SeverityMark, Spinner, Tooltip } from '../../ui/index.ts'
import { useAutosave } from '../autosave.ts'
import css from './SavedState.module.css'

const FROM: Readonly<Record<Origin, string>> = {
  example: 'Example',
  link: 'From a link',
  file: 'From a file',
  url: 'From a web address',
  gallery: 'From the gallery',
}

/** Whether what is on the screen is kept in this browser. Always in sight, never in the way. */
export function SavedState() {
  const saving = useStore((state) => state.session.saving)
  const origin = useStore((state) => state.session.origin)
  const hasConflict = useStore((state) => state.session.conflict)
  const isReadOnly = useStore((state) => state.session.readOnly)
  const autosave = useAutosave()
  if (isReadOnly)
    return (
      <span className={css.state}>
        <Badge>read-only</Badge>
      </span>
    )
  if (saving === 'not-kept' && origin)
    return (
      <span className={css.state}>
        <span className={css.words}>{FROM[origin]}, not saved</span>
        <Tooltip text={`${FROM[origin]}, not saved. Kept in this browser, it is yours to go on with.`}>
          <Button size="small" kind="link" onClick={() => void autosave.keep()}>
            Keep it
          </Button>
        </Tooltip>
      </span>
    )
  const shown = hasConflict ? 'failed' : saving
  return (
    <output className={css.state} data-saving={shown}>
      {mark(shown)}
      <span className={css.words}>{words(shown)}</span>
    </output>
  )
}

function mark(saving: Saving) {
  if (saving === 'saved') return <CheckIcon size={14} />
  if (saving === 'failed') return <SeverityMark severity="error" size={14} />
  return saving === 'not-kept' ? null : <Spinner size={12} />
}

function words(saving: Saving): string {
  switch (saving) {
    case 'saved':
      return 'Saved in this browser'
    case 'failed':
      return 'Not saved'
    case 'not-kept':
      return 'Saved with the first change'
    case 'unsaved':
    case 'saving':
      return 'Saving…'
  }
}
