import type { BrokerId } from '@meshwright/model'
import { useMemo, useState } from 'react'
import { saveFile } from '../../store/files.ts'
import { openFindings } from '../../store/findings.ts'
import { openFinding } from '../../store/gestures/findings.ts'
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
  Spinner,
  SummaryIcon,
} from '../../ui/index.ts'
import { useDoor } from '../common/useDoor.ts'
import { useUnchecked } from '../common/useUnchecked.ts'
import { counted } from '../common/words.ts'
import type { DialogProps } from '../props.ts'
import { archiveName, chooseFiles, type Format } from './chooseFiles.ts'
import css from './Export.module.css'
import { FilesAside } from './FilesAside.tsx'
import { loadExport } from './loadExport.ts'
import { OwnFilesAside } from './OwnFilesAside.tsx'
import { OwnFilesPane } from './OwnFilesPane.tsx'
import { useGivenBack } from './useGivenBack.ts'

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

/** Errors beyond this are counted. */
const MOST = 3

/** Takes the design away as files, and says beforehand what is wrong with it and what the files cannot say. */
export function ExportDialog({ onClose }: DialogProps) {
  const store = useStoreApi()
  const door = useDoor(loadExport)
  const document = useStore((state) => state.document)
  const findings = useFindings()
  const unchecked = useUnchecked()
  const { design } = document
  const ours = design.brokers.filter(({ external }) => !external)
  const own = useGivenBack(design)
  const [chosenFormat, setFormat] = useState<Format>()
  // Who brought files wants them back.
  const format = chosenFormat ?? (own.at === 'none' ? 'xml' : 'own')
  const [left, setLeft] = useState<ReadonlySet<BrokerId>>(new Set())
  const [zips, setZips] = useState(true)
  const exported = useMemo(
    () =>
      door && !(door instanceof Error) && format !== 'design' && format !== 'own'
        ? door.exportFiles(design, format, { findings })
        : undefined,
    [door, design, format, findings],
  )
  const isPerBroker = format === 'xml' || format === 'connectors'
  const chosen = new Set(ours.map(({ id }) => id).filter((id) => !left.has(id)))
  const files =
    exported && door && !(door instanceof Error) && isPerBroker
      ? chooseFiles(exported.files, door.fileNames(design), chosen)
      : (exported?.files ?? [])
  const returned = format === 'own' && own.at === 'ready' ? own.back.files : []
  const errors = openFindings(findings).filter(({ severity }) => severity === 'error')
  const take = () => {
    if (format === 'design') saveFile(store)
    else if (format === 'own') takeOwn()
    else if (door && !(door instanceof Error)) {
      if (zips && files.length > 1)
        store.ports.download(archiveName(design, format), door.zipFiles(files), 'application/zip')
      else for (const { path, text } of files) store.ports.download(path, text, typeOf(path))
      store.getState().toast(`${counted(files.length, 'file')} written.`, { tone: 'done' })
    }
    onClose()
  }
  const takeOwn = () => {
    if (door === undefined || door instanceof Error) return
    const [only] = returned
    if (returned.length > 1)
      store.ports.download(archiveName(design, format), door.zipFiles(returned), 'application/zip')
    else if (only) store.ports.download(baseName(only.path), only.bytes, 'application/octet-stream')
    store.getState().toast(`${counted(returned.length, 'file')} written.`, { tone: 'done' })
  }
  const toggle = (id: BrokerId, isIn: boolean) => {
    const next = new Set(left)
    if (isIn) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const count = format === 'own' ? returned.length : files.length
  const isBusy =
    format === 'own'
      ? own.at === 'working' || (own.at === 'ready' && !door)
      : format !== 'design' && !exported && !(door instanceof Error)
  const isEmpty = format !== 'design' && count === 0
  const isZip = format !== 'design' && count > 1 && (zips || format === 'own')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={`Export ${design.name}`}
      aside={
        format === 'own' ? (
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
              door instanceof Error
                ? 'The writers of files could not be loaded. Check the connection and open the page again.'
                : own.at === 'none' && format === 'own'
                  ? 'Give the files of its brokers first.'
                  : isEmpty && exported
                    ? 'Choose at least one broker.'
                    : undefined
            }
            busy={isBusy}
            onClick={take}
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
        {unchecked !== undefined && format !== 'design' && <Callout>{unchecked}</Callout>}
        {errors.length > 0 && format !== 'design' && !(format === 'own' && own.at === 'none') && (
          <Callout
            tone="error"
            title={`${counted(errors.length, 'error')} open: the files will say what is drawn`}
          >
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
        )}
        {format === 'own' && <OwnFilesPane state={own} />}
        {isPerBroker && ours.length > 0 && (
          <fieldset className={css.brokers}>
            <legend className={css.heading}>Which brokers</legend>
            <Checkbox
              label={`All ${counted(ours.length, 'broker')}`}
              value={left.size === 0 ? true : chosen.size === 0 ? false : 'mixed'}
              onChange={(all) => setLeft(new Set(all ? [] : ours.map(({ id }) => id)))}
            />
            <div className={css.each}>
              {ours.map(({ id, name }) => (
                <Checkbox key={id} label={name} value={!left.has(id)} onChange={(isIn) => toggle(id, isIn)} />
              ))}
            </div>
          </fieldset>
        )}
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
        {!door && format !== 'design' && format !== 'own' && <Spinner label="Loading the writers" />}
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
