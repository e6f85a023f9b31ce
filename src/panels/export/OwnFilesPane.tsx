import type { ReturnedFile } from '@meshwright/model/read'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  Badge,
  Callout,
  Checkbox,
  CodeView,
  DownloadIcon,
  FileCodeIcon,
  IconButton,
  Section,
  Spinner,
} from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import { codeLines } from '../common/xml/codeLines.ts'
import { GiveFiles } from '../import/GiveFiles.tsx'
import css from './Export.module.css'
import { changeOf, orderFiles } from './ownFiles.ts'
import type { OwnState } from './useGivenBack.ts'

/** Unchanged files beyond this are folded away. */
const MOST_SAME = 6

export interface OwnFilesPaneProps {
  readonly state: OwnState
  /** Whether what Amazon MQ would remove or refuse is taken out of files that are its own already. */
  readonly strips: boolean
  readonly onStrips: (strips: boolean) => void
}

/** Somebody's own files on their way back: which are the same to the byte, which changed, and in what lines. */
export function OwnFilesPane({ state, strips, onStrips }: OwnFilesPaneProps) {
  const onAmazon = useStore(({ document: { design } }) =>
    [design, ...design.brokers].some(({ target }) => target === 'amazon-mq'),
  )
  if (state.at === 'working') return <Spinner label="Working out what changed in your files" />
  if (state.at === 'broke') {
    return (
      <Callout tone="error" title="Your files could not be put together">
        {state.message} Download the design file to keep what you drew.
      </Callout>
    )
  }
  if (state.at === 'none') return <NotHere />
  const { changed, same } = orderFiles(state.back.files)
  return (
    <div className={css.own}>
      {(strips || (onAmazon && state.back.stays.length > 0)) && (
        <Checkbox
          label="Take out what Amazon MQ would remove or refuse"
          detail="Those lines alone; every other line stays as it came."
          value={strips}
          onChange={onStrips}
        />
      )}
      {changed.length === 0 && (
        <Callout tone="always" title="Nothing changed in your files">
          Each of them is given back byte for byte as it came.
        </Callout>
      )}
      {changed.map((file) => (
        <FileRow key={file.path} file={file} />
      ))}
      {same.length > 0 && (
        <Section
          title={`${counted(same.length, 'file')} unchanged`}
          summary="byte for byte"
          defaultOpen={same.length <= MOST_SAME}
          className={css.same}
        >
          {same.map((file) => (
            <FileRow key={file.path} file={file} />
          ))}
        </Section>
      )}
    </div>
  )
}

function FileRow({ file }: { readonly file: ReturnedFile }) {
  const store = useStoreApi()
  const name = file.path.split('/').at(-1) ?? file.path
  return (
    <article className={css.ownFile} aria-label={file.path}>
      <header className={css.ownHead}>
        <FileCodeIcon size={16} />
        <span className={css.ownPath}>{file.path}</span>
        <Badge>{changeOf(file)}</Badge>
        <IconButton
          label={`Download ${name}`}
          icon={<DownloadIcon />}
          onClick={() => store.ports.download(name, file.bytes, 'application/octet-stream')}
        />
      </header>
      {file.lines.length > 0 && (
        <CodeView label={`What changes in ${file.path}`} lines={codeLines(file)} wraps />
      )}
    </article>
  )
}

/** The design came here without its files: by a link, or drawn by hand. */
function NotHere() {
  const sources = useStore((state) => state.document.sources)
  const name = useStore((state) => state.document.design.name)
  const isSent = useStore((state) => state.session.origin === 'link')
  const paths = sources?.files.map(({ path }) => path) ?? []
  return (
    <Callout title={`The files of ${name} are not here`} actions={<GiveFiles wish="attach" />}>
      {paths.length > 0
        ? `It was read from ${counted(paths.length, 'file')}: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ' …' : ''}. A design holds the names of its files, never what is in them.`
        : isSent
          ? 'A link holds the design, never the files that it was read from.'
          : 'None were given to it yet.'}{' '}
      Drop the files of its brokers here, or choose them: they are matched to this design, and you get them
      back with only its connectors changed.
    </Callout>
  )
}
