import type { Found } from '../../store/import/importing.ts'
import { answerImport } from '../../store/gestures/importFiles.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, Select } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import css from './Import.module.css'

/** From so many questions of one kind on, they can be answered together. */
const MANY = 4
/** Places of one question beyond this are counted. */
const MOST_PLACES = 3

export interface QuestionListProps {
  readonly found: Found
  /** The design is open already, so what was answered stands. */
  readonly closed: boolean
}

/** What the files alone do not tell, each with the best guess chosen. An answer changes the picture at once. */
export function QuestionList({ found: { questions, answers }, closed }: QuestionListProps) {
  const store = useStoreApi()
  const pairs = questions.filter(({ kind }) => kind === 'pair')
  const answerAll = (value: 'pair' | 'apart') =>
    void answerImport(store, Object.fromEntries(pairs.map(({ key }) => [key, value])))
  return (
    <>
      {pairs.length >= MANY && !closed && (
        <p className={css.buttons} data-start="">
          {counted(pairs.length, 'question')} about pairs:
          <Button size="small" onClick={() => answerAll('apart')}>
            None is a pair
          </Button>
          <Button size="small" onClick={() => answerAll('pair')}>
            All are pairs
          </Button>
        </p>
      )}
      <ul className={css.questions}>
        {questions.map(({ key, message, choices, places }) => (
          <li key={key}>
            <div>
              <p>{message}</p>
              <p className={css.asked}>
                {places.slice(0, MOST_PLACES).join(' · ')}
                {places.length > MOST_PLACES && ` · and ${places.length - MOST_PLACES} more`}
              </p>
            </div>
            <Select
              aria-label={message}
              value={answers[key] ?? choices[0]?.value}
              options={choices.map(({ value, label }, index) => ({
                value,
                label,
                ...(index === 0 ? { detail: 'best guess' } : {}),
              }))}
              className={css.answer}
              disabled={closed}
              onChange={(value) => void answerImport(store, { [key]: value })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
