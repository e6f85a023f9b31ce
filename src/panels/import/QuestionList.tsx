import type { Found } from '../../store/importing.ts'
import { answerImport } from '../../store/gestures/importFiles.ts'
import { useStoreApi } from '../../store/react.ts'
import { Select } from '../../ui/index.ts'
import css from './Import.module.css'

export interface QuestionListProps {
  readonly found: Found
  /** The design is open already, so what was answered stands. */
  readonly closed: boolean
}

/** What the files alone do not tell, each with the best guess chosen. An answer changes the picture at once. */
export function QuestionList({ found: { questions, answers }, closed }: QuestionListProps) {
  const store = useStoreApi()
  return (
    <ul className={css.questions}>
      {questions.map(({ key, message, choices }) => (
        <li key={key}>
          <p>{message}</p>
          <Select
            aria-label={message}
            value={answers[key] ?? choices[0]?.value}
            options={choices.map(({ value, label }, index) => ({
              value,
              label,
              ...(index === 0 ? { detail: 'best guess' } : {}),
            }))}
            disabled={closed}
            onChange={(value) => void answerImport(store, key, value)}
          />
        </li>
      ))}
    </ul>
  )
}
