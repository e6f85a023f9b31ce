import { useEffect, useState } from 'react'
import { importText } from '../../store/gestures/clipboard.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, Callout, Dialog, Field, SafeIcon, TextArea, UploadIcon } from '../../ui/index.ts'
import type { DialogProps } from '../props.ts'
import { GiveFiles } from './GiveFiles.tsx'
import css from './Import.module.css'

/** Where an import begins: files dropped, chosen, or their text pasted. */
export function StartDialog({ onClose }: DialogProps) {
  const store = useStoreApi()
  const [text, setText] = useState('')
  const { reader } = store.ports
  useEffect(() => reader?.warm?.(), [reader])
  const isWritten = text.trim() !== ''
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="medium"
      title="Import configuration"
      description="What your brokers run with becomes a drawing, with its faults and its forecast. You get your own files back with only what you changed."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            unavailable={isWritten ? undefined : 'Paste some text first, or choose files.'}
            onClick={() => void importText(store, text)}
          >
            Read the text
          </Button>
        </>
      }
    >
      <div className={css.start}>
        <div className={css.drop}>
          <UploadIcon size={28} />
          <p className={css.dropTitle}>Drop files, a folder or a zip anywhere on this page</p>
          <GiveFiles primary />
          <p className={css.kinds}>
            <code>activemq.xml</code> of each broker, <code>networkConnectors</code> alone, Amazon MQ
            configurations, CloudFormation in YAML or JSON, Terraform, <code>.properties</code> with the
            values of placeholders, a design saved here.
          </p>
        </div>
        <Field label="Or paste text" help="A configuration, or a page of a guide that shows connectors.">
          <TextArea
            mono
            rows={5}
            value={text}
            placeholder={'<networkConnectors>\n  <networkConnector name="1_to_2" …'}
            onChange={setText}
          />
        </Field>
        <Callout icon={<SafeIcon />}>
          Nothing leaves this browser. Passwords in your files stay in your files: no link, no summary and no
          picture holds them.
        </Callout>
      </div>
    </Dialog>
  )
}
