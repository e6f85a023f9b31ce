import type { Problem } from '@meshwright/model'
import { useStore } from '../../store/react.ts'
import { SeverityMark } from '../../ui/index.ts'
import css from './Export.module.css'
import type { OwnState } from './useGivenBack.ts'

/** Rows of a list beyond this are counted. */
const MOST = 12

export interface OwnFilesAsideProps {
  readonly state: OwnState
}

/** What the design says and the files will not, and what the place they go to would take out of them. */
export function OwnFilesAside({ state }: OwnFilesAsideProps) {
  const target = useStore((store) => store.document.design.target)
  const { problems = [], leftOut = [], stays = [] } = state.at === 'ready' ? state.back : {}
  return (
    <div className={css.aside}>
      <h3 className={css.heading}>How they are given back</h3>
      <p className={css.none}>
        Lines of connectors that changed are written in the style of their file. Every other line, comment,
        space and line end stays as it came, and so do the passwords. Nothing of it is ever in a link.
      </p>
      {leftOut.length > 0 && (
        <p className={css.none}>
          Files of brokers that move to Amazon MQ become documents of their own: without the beans around
          them, and without what AWS would remove or refuse.
        </p>
      )}
      <Sentences title="Not written as drawn" problems={problems} severity="warning" />
      <Sentences title="Left out for Amazon MQ" problems={leftOut} severity="note" />
      <Sentences
        title={
          target === 'amazon-mq' ? 'Amazon MQ would remove or refuse' : 'The brokers would remove or refuse'
        }
        problems={stays}
        severity="note"
      />
    </div>
  )
}

interface SentencesProps {
  readonly title: string
  readonly problems: readonly Problem[]
  readonly severity: 'warning' | 'note'
}

function Sentences({ title, problems, severity }: SentencesProps) {
  if (problems.length === 0) return null
  return (
    <>
      <h3 className={css.heading}>
        {title}: {problems.length}
      </h3>
      <ul className={css.sentences}>
        {problems.slice(0, MOST).map(({ message, file, line }, index) => (
          // Two places of a file may be told in the same words.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${file} ${line} ${index}`}>
            <SeverityMark severity={severity} size={14} />
            <span>
              {message}
              {file !== undefined && (
                <span className={css.place}>
                  {file}
                  {line === undefined ? '' : `, line ${line}`}
                </span>
              )}
            </span>
          </li>
        ))}
        {problems.length > MOST && <li>and {problems.length - MOST} more</li>}
      </ul>
    </>
  )
}
