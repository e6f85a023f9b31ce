import { GuessStrip } from '../../panels/index.ts'
import { saveFile } from '../../store/keeping/files.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Callout, ShowIcon } from '../../ui/index.ts'
import { useAutosave } from '../autosave.ts'
import css from './Banners.module.css'

/** What must be known before going on: only looked at, changed in another tab, not saved. */
export function Banners() {
  const store = useStoreApi()
  const autosave = useAutosave()
  const name = useStore((state) => state.document.design.name)
  const { readOnly, conflict, saving, trouble } = useStore((state) => state.session)
  return (
    <div className={css.banners}>
      {readOnly ? (
        <Callout
          banner
          icon={<ShowIcon />}
          actions={
            <Button size="small" onClick={() => void autosave.keep()}>
              Save a copy
            </Button>
          }
        >
          You are looking at {name} as it was shared. It cannot be changed here; a copy is yours.
        </Callout>
      ) : null}
      {conflict ? (
        <Callout
          banner
          announces
          tone="warning"
          actions={
            <>
              <Button size="small" onClick={() => void autosave.settle('keep-mine')}>
                Keep mine
              </Button>
              <Button size="small" onClick={() => void autosave.settle('take-theirs')}>
                Take theirs
              </Button>
            </>
          }
        >
          {name} was also changed in another tab. Go on with one; the other stays in your designs as a copy.
        </Callout>
      ) : null}
      {saving === 'failed' && trouble ? (
        <Callout
          banner
          announces
          tone="error"
          actions={
            <>
              <Button size="small" onClick={() => saveFile(store)}>
                Save as a file
              </Button>
              <Button size="small" onClick={() => void autosave.flush()}>
                Try again
              </Button>
            </>
          }
        >
          {trouble}
        </Callout>
      ) : null}
      {readOnly || conflict ? null : <GuessStrip />}
    </div>
  )
}
