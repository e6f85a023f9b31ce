import type { Finding } from '@meshwright/model/checks'
import { useState } from 'react'
import { ignoreFinding } from '../../store/gestures/findings.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, Field, IgnoreIcon, Popover, TextArea } from '../../ui/index.ts'
import css from './FindingsPanel.module.css'

/** Asks for the reason: it is kept in the design and exported with it. */
export function IgnoreButton({ finding }: { readonly finding: Finding }) {
  const store = useStoreApi()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const ignore = () => {
    ignoreFinding(store, finding, reason.trim())
    setOpen(false)
    setReason('')
  }
  return (
    <Popover
      title="Ignore this finding"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button kind="link" size="small" icon={<IgnoreIcon size={14} />}>
          Ignore…
        </Button>
      }
    >
      <form
        className={css.ignore}
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') ignore()
        }}
      >
        <Field
          label="Why is it all right?"
          help="The reason is kept in the design and stands in the summary."
        >
          <TextArea value={reason} rows={3} onChange={setReason} />
        </Field>
        <Button
          kind="primary"
          type="submit"
          unavailable={
            reason.trim() === '' ? 'Write a reason first, for those who find it later.' : undefined
          }
        >
          Ignore it
        </Button>
      </form>
    </Popover>
  )
}
