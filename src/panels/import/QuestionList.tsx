import { useState } from 'react'
import type { PlacedQuestion } from '../../store/import/placed.ts'
import { Button, SearchIcon, Select, TextInput } from '../../ui/index.ts'
import css from './Import.module.css'

/** Places of one question beyond this are counted. */
const MOST_PLACES = 3
/** From so many on, they can be looked for by a word. */
const MANY = 12
/** Rows that are drawn before somebody asks for more. */
const MOST_ROWS = 60

/** A question, or what was taken without asking, and what holds now. */
export type Asked = PlacedQuestion & { readonly why?: string; readonly value: string | undefined }

export interface QuestionListProps {
  readonly asked: readonly Asked[]
  /** What the rows are, in the words for those who cannot see the heading. */
  readonly label: string
  /** The design is open already, so what was answered stands. */
  readonly closed?: boolean
  readonly onAnswer: (question: Asked, value: string) => void
}

/** What the files alone do not tell, each with what holds chosen. An answer changes the picture at once. */
export function QuestionList({ asked, label, closed = false, onAnswer }: QuestionListProps) {
  const [words, setWords] = useState('')
  const [all, setAll] = useState(false)
  const wanted = words.trim().toLowerCase()
  const fitting = asked.filter(
    ({ message, why = '', places }) =>
      wanted === '' || [message, why, ...places].some((text) => text.toLowerCase().includes(wanted)),
  )
  const shown = all ? fitting : fitting.slice(0, MOST_ROWS)
  return (
    <>
      {asked.length >= MANY && (
        <div className={css.find}>
          <TextInput
            type="search"
            icon={<SearchIcon />}
            aria-label={`Find among ${label}`}
            placeholder="Find a broker, an address or a file"
            value={words}
            onChange={setWords}
          />
          <output className={css.asked}>
            {wanted === '' ? `${asked.length} in all` : `${fitting.length} of ${asked.length}`}
          </output>
        </div>
      )}
      <ul className={css.questions} aria-label={label} data-dense={asked.length >= MANY || undefined}>
        {shown.map((question) => (
          <Row key={question.key} question={question} closed={closed} onAnswer={onAnswer} />
        ))}
      </ul>
      {shown.length < fitting.length && (
        <p className={css.buttons} data-start="">
          <Button kind="quiet" size="small" onClick={() => setAll(true)}>
            Show all {fitting.length}
          </Button>
        </p>
      )}
    </>
  )
}

interface RowProps {
  readonly question: Asked
  readonly closed: boolean
  readonly onAnswer: QuestionListProps['onAnswer']
}

function Row({ question, closed, onAnswer }: RowProps) {
  const { message, why, places, choices, value } = question
  const [guess] = choices
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <li>
      <div>
        <p>{message}</p>
        {chosen !== undefined && chosen !== guess ? (
          <p className={css.why}>
            Chosen: {chosen.label}. Best guess: {guess?.label}.
          </p>
        ) : (
          why !== undefined && <p className={css.why}>{why}</p>
        )}
        <p className={css.asked}>
          {places.slice(0, MOST_PLACES).join(' · ')}
          {places.length > MOST_PLACES && ` · and ${places.length - MOST_PLACES} more`}
        </p>
      </div>
      <Select
        aria-label={message}
        value={value ?? choices[0]?.value}
        options={choices.map((choice, index) => ({
          value: choice.value,
          label: choice.label,
          ...(index === 0 ? { detail: 'best guess' } : {}),
        }))}
        className={css.answer}
        disabled={closed}
        onChange={(next) => onAnswer(question, next)}
      />
    </li>
  )
}
