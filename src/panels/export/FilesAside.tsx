import type { Exported, ExportFile } from '@meshwright/model/export'
import { FileCodeIcon, SeverityMark } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import { sizeInWords, type Format } from './chooseFiles.ts'
import css from './Export.module.css'

export interface FilesAsideProps {
  readonly format: Format
  readonly files: readonly ExportFile[]
  /** Absent while the writers load, and for the design file. */
  readonly exported: Exported | undefined
}

/** Rows of a list beyond this are counted. */
const MOST = 14

/** What will be written, what a person has to fill in, and what the target would not take. */
export function FilesAside({ format, files, exported }: FilesAsideProps) {
  if (format === 'design') {
    return (
      <div className={css.aside}>
        <h3 className={css.heading}>One file</h3>
        <p className={css.none}>
          The whole design with its drawing, notes and reasons, as text that a version control system can
          compare. It opens here and in the command line.
        </p>
      </div>
    )
  }
  const paths = new Set(files.map(({ path }) => path))
  const problems = exported?.problems.filter(({ file }) => file === undefined || paths.has(file)) ?? []
  return (
    <div className={css.aside}>
      <h3 className={css.heading}>{counted(files.length, 'file')}</h3>
      <ul className={css.files}>
        {files.slice(0, MOST).map(({ path, text }) => (
          <li key={path}>
            <FileCodeIcon size={14} />
            <span>{path}</span>
            <span className={css.size}>{sizeInWords(text)}</span>
          </li>
        ))}
        {files.length > MOST && <li>and {files.length - MOST} more</li>}
      </ul>
      {problems.length > 0 && (
        <>
          <h3 className={css.heading}>Not written as drawn</h3>
          <ul className={css.sentences}>
            {problems.slice(0, MOST).map(({ message, file }) => (
              <li key={`${file} ${message}`}>
                <SeverityMark severity="warning" size={14} />
                <span>{message}</span>
              </li>
            ))}
            {problems.length > MOST && <li>and {problems.length - MOST} more</li>}
          </ul>
        </>
      )}
      {exported && exported.placeholders.length > 0 && (
        <>
          <h3 className={css.heading}>To fill in: {exported.placeholders.length}</h3>
          <ul className={css.sentences}>
            {exported.placeholders.slice(0, MOST).map(({ text, message, broker }) => (
              <li key={`${text} ${broker}`} className={css.placeholder}>
                <code>{text}</code>
                <span>{message}</span>
              </li>
            ))}
            {exported.placeholders.length > MOST && <li>and {exported.placeholders.length - MOST} more</li>}
          </ul>
        </>
      )}
    </div>
  )
}
