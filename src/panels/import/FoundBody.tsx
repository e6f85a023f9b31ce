import { useState } from 'react'
import { answerImport } from '../../store/gestures/importFiles.ts'
import type { Found } from '../../store/import/importing.ts'
import type { PlacedQuestion } from '../../store/import/placed.ts'
import { useStoreApi } from '../../store/react.ts'
import { Badge, Button, Callout, FileCodeIcon, LockIcon, Section } from '../../ui/index.ts'
import { counted, numeral } from '../common/words.ts'
import css from './Import.module.css'
import { ProblemList, REFUSED } from './ProblemList.tsx'
import { byFile, partProblems, placesOf, withoutAsked } from './problemGroups.ts'
import { guessedTitle } from './guessedTitle.ts'
import { ManyPairs } from './ManyPairs.tsx'
import { QuestionList, type Asked } from './QuestionList.tsx'

/** Files with passwords in them beyond this are counted. */
const MOST_SECRETS = 5

export interface FoundBodyProps {
  readonly found: Found
  /** It is only looked at: the design is open. */
  readonly opened: boolean
}

/** What was found, what is asked, which passwords stand where, what was not understood, what will not be taken. */
export function FoundBody({ found, opened }: FoundBodyProps) {
  const store = useStoreApi()
  const { questions, guesses: taken, problems, stripped, document, counts } = found
  const { secrets, guesses, others } = partProblems(withoutAsked(problems, questions))
  const { design } = document
  const [allSecrets, setAllSecrets] = useState(false)
  // Guesses step back where anything else must be read first.
  const isCalm = questions.length + secrets.length + others.length + stripped.length === 0
  const withValues = (list: readonly PlacedQuestion[]): readonly Asked[] =>
    list.map((question) => ({ ...question, value: found.answers[question.key] }))
  const answer = ({ key }: Asked, value: string) => void answerImport(store, { [key]: value })
  return (
    <div className={css.body}>
      <Facts found={found} />
      {questions.length > 0 && (
        <Section
          title={`${counted(questions.length, 'question')} that the files leave open`}
          summary="the best guess is drawn until you choose"
          foldable={false}
        >
          <ManyPairs found={found} closed={opened} />
          <QuestionList
            asked={withValues(questions)}
            label="questions that the files leave open"
            closed={opened}
            onAnswer={answer}
          />
        </Section>
      )}
      {taken.length > 0 && (
        <Section title={guessedTitle(taken.length)} defaultOpen={isCalm && !opened}>
          <QuestionList
            asked={withValues(taken)}
            label="addresses that were answered by best guess"
            closed={opened}
            onAnswer={answer}
          />
        </Section>
      )}
      {guesses.length > 0 && (
        <Section title="Guessed" summary={count(guesses)} foldable={false}>
          <ProblemList groups={guesses} severity="warning" />
        </Section>
      )}
      {secrets.length > 0 && (
        <Callout tone="warning" icon={<LockIcon />} title="Passwords stand in your files in plain text">
          <ul className={css.places}>
            {secrets.slice(0, allSecrets ? undefined : MOST_SECRETS).map((group) => (
              <li key={group.file}>{placesOf(group)}</li>
            ))}
          </ul>
          {!allSecrets && secrets.length > MOST_SECRETS && (
            <p>
              <Button kind="link" size="small" onClick={() => setAllSecrets(true)}>
                and {counted(secrets.length - MOST_SECRETS, 'more file')}
              </Button>
            </p>
          )}
          They stay in these files and go nowhere else.{' '}
          {design.target === 'amazon-mq'
            ? 'Take them out: Amazon MQ adds the password of a user itself.'
            : 'Put them into a .properties file on the broker.'}
        </Callout>
      )}
      {others.length > 0 && (
        <Section title="Not taken as written" summary={count(others)} foldable={false}>
          <ProblemList groups={others} severity="warning" />
        </Section>
      )}
      {stripped.length > 0 && (
        <Section
          title={`What ${design.target === 'amazon-mq' ? 'Amazon MQ' : 'the brokers'} would remove or refuse`}
          summary={numeral(stripped.length)}
          defaultOpen={stripped.length <= 6 || stripped.some(({ code }) => code === REFUSED)}
        >
          <ProblemList groups={byFile(stripped)} severity="note" />
        </Section>
      )}
      <Section title="Files" summary={counted(counts.configurations, 'configuration')} defaultOpen={false}>
        <ul className={css.paths}>
          {found.files.map(({ path }) => (
            <li key={path}>
              <FileCodeIcon size={14} />
              {path}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Facts({ found: { document, counts } }: { readonly found: Found }) {
  const { regions, connectors } = document.design
  const facts = [
    counted(counts.brokers, 'broker'),
    ...(counts.pairs > 0 ? [counted(counts.pairs, 'pair')] : []),
    ...(counts.external > 0 ? [counted(counts.external, 'outside broker')] : []),
    counted(connectors.length, 'connector'),
    ...(regions.length > 0 ? [counted(regions.length, 'region')] : []),
  ]
  return (
    <p className={css.facts}>
      {facts.map((fact) => (
        <Badge key={fact}>{fact}</Badge>
      ))}
    </p>
  )
}

function count(groups: readonly { readonly problems: readonly unknown[] }[]): string {
  return numeral(groups.reduce((sum, { problems }) => sum + problems.length, 0))
}
