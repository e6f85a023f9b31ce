import type { Document, Outcome } from '@meshwright/model'
import { useRef, useState } from 'react'
import { openBeside } from '../../store/keeping/designs.ts'
import { useStoreApi } from '../../store/react.ts'
import {
  Button,
  Callout,
  Dialog,
  ExternalIcon,
  Field,
  Progress,
  SafeIcon,
  TextInput,
} from '../../ui/index.ts'
import type { DialogProps } from '../props.ts'
import css from './OpenUrl.module.css'

/** An address that a design may be read from, understood. */
export interface ReadAddress {
  readonly url: URL
  readonly host: string
}

export interface OpenUrlDialogProps extends DialogProps {
  /** The address that a link named; absent: the user types one. */
  readonly address?: string
  readonly readAddress: (text: string) => Outcome<ReadAddress>
  /** Reads the design. `undefined` when it was cancelled; never rejects. */
  readonly load: (
    address: ReadAddress,
    options: {
      readonly signal: AbortSignal
      readonly onProgress: (progress: { readonly received: number; readonly total?: number }) => void
    },
  ) => Promise<Outcome<Document> | undefined>
}

type Step =
  | { readonly at: 'asking'; readonly trouble?: string }
  | { readonly at: 'loading'; readonly host: string; readonly received: number; readonly total?: number }

/** Opens a design from a web address: says which host will be asked, and asks nobody before the user agrees. */
export function OpenUrlDialog({ onClose, address = '', readAddress, load }: OpenUrlDialogProps) {
  const store = useStoreApi()
  const [text, setText] = useState(address)
  const [step, setStep] = useState<Step>({ at: 'asking' })
  const running = useRef<AbortController>(undefined)
  const reading = readAddress(text)
  const isTyped = text.trim() !== ''

  const open = async () => {
    if (!reading.ok) {
      setStep({ at: 'asking', trouble: reading.problems[0].message })
      return
    }
    const abort = new AbortController()
    running.current = abort
    const { host } = reading.value
    setStep({ at: 'loading', host, received: 0 })
    const outcome = await load(reading.value, {
      signal: abort.signal,
      onProgress: (progress) => setStep({ at: 'loading', host, ...progress }),
    })
    if (outcome === undefined) setStep({ at: 'asking' })
    else if (outcome.ok) {
      openBeside(store, outcome.value, { origin: 'url' })
      const [problem] = outcome.problems
      if (problem) store.getState().toast(problem.message)
      onClose()
    } else setStep({ at: 'asking', trouble: outcome.problems[0].message })
  }
  const close = () => {
    running.current?.abort()
    onClose()
  }
  const isLoading = step.at === 'loading'
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title="Open from a web address"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" busy={isLoading} icon={<ExternalIcon />} onClick={() => void open()}>
            {reading.ok && isTyped ? `Ask ${reading.value.host}` : 'Open'}
          </Button>
        </>
      }
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <Field
          label="Address of a design file"
          help={
            address !== ''
              ? 'The link that you opened names this address.'
              : 'A file that Meshwright saved, such as one in a repository.'
          }
          problem={
            step.at === 'asking' && step.trouble !== undefined
              ? { severity: 'error', text: step.trouble }
              : undefined
          }
        >
          <TextInput
            value={text}
            mono
            type="url"
            size="medium"
            placeholder="https://"
            disabled={isLoading}
            onChange={(next) => {
              setText(next)
              setStep({ at: 'asking' })
            }}
            onCommit={setText}
          />
        </Field>
        {isLoading ? (
          <Progress
            label={`Reading from ${step.host}`}
            value={step.total === undefined ? undefined : step.received}
            max={step.total}
            onCancel={() => running.current?.abort()}
          />
        ) : (
          <Callout icon={<SafeIcon />}>
            {reading.ok && isTyped ? (
              <>
                Your browser will ask <strong>{reading.value.host}</strong> for the file. It will see your
                network address; no cookie and no password is sent. The designs in this browser stay as they
                are.
              </>
            ) : (
              'Only https addresses, and http on this machine. Nothing is asked before you agree.'
            )}
          </Callout>
        )}
      </form>
    </Dialog>
  )
}
