import type { BrokerId } from '@meshwright/model'
import { useState } from 'react'
import { saveFile } from '../../store/keeping/files.ts'
import { openFindings } from '../../store/checks/findings.ts'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import {
  ArchiveIcon,
  Button,
  Callout,
  Checkbox,
  ChoiceCards,
  CodeIcon,
  ConnectorIcon,
  Dialog,
  DownloadIcon,
  FileCodeIcon,
  FileSaveIcon,
  Progress,
  SummaryIcon,
} from '../../ui/index.ts'
import { useLong } from '../common/useLong.ts'
import { useUnchecked } from '../common/useUnchecked.ts'
import { WorkLine } from '../common/WorkLine.tsx'
import { counted } from '../common/words.ts'
import type { DialogProps } from '../props.ts'
import { BrokerChoice } from './BrokerChoice.tsx'
import { archiveName, chooseFiles, type Format } from './chooseFiles.ts'
import css from './Export.module.css'
import { FilesAside } from './FilesAside.tsx'
import { OpenErrors } from './OpenErrors.tsx'
import { OwnFilesAside } from './OwnFilesAside.tsx'
import { OwnFilesPane } from './OwnFilesPane.tsx'
import { useFiles } from './useFiles.ts'
import { useGivenBack } from './useGivenBack.ts'
import { usePacking } from './usePacking.ts'

const FORMATS = [
  {
    value: 'own',
    label: 'Your files',
    detail: 'As they came, with only what changed',
    icon: <FileCodeIcon />,
  },
  { value: 'xml', label: 'Configurations', detail: 'One whole file a broker', icon: <CodeIcon /> },
  {
    value: 'connectors',
    label: 'Connectors only',
    detail: 'To paste into files you have',
    icon: <ConnectorIcon />,
  },
  { value: 'summary', label: 'Summary', detail: 'Markdown for people', icon: <SummaryIcon /> },
  { value: 'design', label: 'Design file', detail: 'To open here again', icon: <FileSaveIcon /> },
] as const

/** Takes the design away as files, and says beforehand what is wrong with it and what the files cannot say. */
export function ExportDialog({ onClose }: DialogProps) {
  const store = useStoreApi()
  const document = useStore((state) => state.document)
  const findings = useFindings()
  const unchecked = useUnchecked()
  const { design } = document
  const ours = design.brokers.filter(({ external }) => !external)
  const [strips, setStrips] = useState(false)
  const own = useGivenBack(design, strips)
  const [chosenFormat, setFormat] = useState<Format>()
  // Who brought files wants them back.
  const format = chosenFormat ?? (own.at === 'none' ? 'xml' : 'own')
  const [left, setLeft] = useState<ReadonlySet<BrokerId>>(new Set())
  const [zips, setZips] = useState(true)
  const writing = useFiles(design, format, findings)
  const packing = usePacking()
  const isPackingLong = useLong(packing.isGoingOn)
  const exported = writing.answer
  const isOwn = format === 'own'
  const isPerBroker = format === 'xml' || format === 'connectors'
  const chosen = new Set(ours.map(({ id }) => id).filter((id) => !left.has(id)))
  const files =
    exported && isPerBroker ? chooseFiles(exported.files, exported.names, chosen) : (exported?.files ?? [])
  const returned = isOwn && own.at === 'ready' ? own.back.files : []
  const errors = openFindings(findings).filter(({ severity }) => severity === 'error')
  const count = isOwn ? returned.length : files.length
  const isBusy = packing.isGoingOn || (isOwn ? own.at === 'working' : writing.state === 'working')
  const isZip = format !== 'design' && count > 1 && (zips || isOwn)
  const take = async () => {
    if (format === 'design') saveFile(store)
    else {
      if (isZip) {
        const archive = await packing.pack(isOwn ? returned : files)
        if (!archive) return
        store.ports.download(archiveName(design, format), archive, 'application/zip')
      } else if (isOwn) {
        for (const { path, bytes } of returned)
          store.ports.download(baseName(path), bytes, 'application/octet-stream')
      } else {
        for (const { path, text } of files) store.ports.download(path, text, typeOf(path))
      }
      store.getState().toast(`${counted(count, 'file')} written.`, { tone: 'done' })
    }
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={`Export ${design.name}`}
      aside={
        isOwn ? (
          <OwnFilesAside state={own} />
        ) : (
          <FilesAside format={format} files={files} exported={exported} />
        )
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            icon={isZip ? <ArchiveIcon /> : <DownloadIcon />}
            unavailable={
              own.at === 'none' && isOwn
                ? 'Give the files of its brokers first.'
                : writing.state === 'stopped' || writing.state === 'failed'
                  ? 'The files are not written yet.'
                  : exported && count === 0
                    ? 'Choose at least one broker.'
                    : undefined
            }
            busy={isBusy}
            onClick={() => void take()}
          >
            {isZip ? `Download ${count} files as a zip` : 'Download'}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <ChoiceCards
          label="What to write"
          value={format}
          options={FORMATS}
          onChange={setFormat}
          className={css.formats}
        />
        <WorkLine
          work={writing}
          label={
            isPerBroker ? `Writing the files of ${counted(ours.length, 'broker')}` : 'Writing the summary'
          }
          stopped="Stopped: no file is written yet."
        />
        {isPackingLong && (
          <Progress label={`Packing ${counted(count, 'file')}`} onCancel={packing.stop} cancelLabel="Stop" />
        )}
        {unchecked !== undefined && format !== 'design' && <Callout>{unchecked}</Callout>}
        {errors.length > 0 && format !== 'design' && !(isOwn && own.at === 'none') && (
          <OpenErrors errors={errors} onClose={onClose} />
        )}
        {isOwn && <OwnFilesPane state={own} strips={strips} onStrips={setStrips} />}
        {isPerBroker && ours.length > 0 && <BrokerChoice brokers={ours} left={left} onChange={setLeft} />}
        {isPerBroker && ours.length === 0 && (
          <p className={css.none}>No broker here is yours to configure: add one first.</p>
        )}
        {isPerBroker && files.length > 1 && (
          <Checkbox
            label="As one zip archive"
            detail="Without it the browser saves each file by itself, and may ask first."
            value={zips}
            onChange={setZips}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Without the folders, which a download cannot have. */
function baseName(path: string): string {
  return path.split('/').at(-1) ?? path
}

function typeOf(path: string): string {
  if (path.endsWith('.xml')) return 'application/xml'
  return path.endsWith('.md') ? 'text/markdown' : 'text/plain'
}
