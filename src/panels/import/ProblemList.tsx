import { useState } from 'react'
import { Button, SeverityMark, type Severity } from '../../ui/index.ts'
import { numeral } from '../common/words.ts'
import css from './Import.module.css'
import type { ProblemGroup } from './problemGroups.ts'

/** Sentences that are shown before somebody asks for all. */
const MOST = 12

/** What a target refuses keeps the whole file from being taken; what it removes does not. */
export const REFUSED = 'target-rejected'

export interface ProblemListProps {
  readonly groups: readonly ProblemGroup[]
  readonly severity: Severity
}

/** What is said of files, by file and line. */
export function ProblemList({ groups, severity }: ProblemListProps) {
  const [all, setAll] = useState(false)
  const total = groups.reduce((sum, { problems }) => sum + problems.length, 0)
  const shownGroups = all ? groups : firstOf(groups, MOST)
  return (
    <>
      <ul className={css.groups}>
        {shownGroups.map(({ file, problems }) => {
          return (
            <li key={file ?? ''}>
              {file !== undefined && <p className={css.file}>{file}</p>}
              <ul className={css.sentences}>
                {problems.map(({ code, message, line }, index) => (
                  // Two places of a file may be told in the same words.
                  // oxlint-disable-next-line react/no-array-index-key
                  <li key={`${code} ${line} ${index}`}>
                    <SeverityMark severity={code === REFUSED ? 'error' : severity} size={14} />
                    <span>{message}</span>
                    {line !== undefined && <span className={css.line}>line {line}</span>}
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
      {!all && total > MOST && (
        <Button kind="quiet" size="small" onClick={() => setAll(true)}>
          Show all {numeral(total)}
        </Button>
      )}
    </>
  )
}

/** As many sentences as there is room for, in their groups. */
function firstOf(groups: readonly ProblemGroup[], most: number): readonly ProblemGroup[] {
  const shown: ProblemGroup[] = []
  let left = most
  for (const group of groups) {
    if (left <= 0) break
    shown.push({ ...group, problems: group.problems.slice(0, left) })
    left -= group.problems.length
  }
  return shown
}
