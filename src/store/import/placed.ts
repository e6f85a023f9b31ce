import type { Guess, Question } from '@meshwright/model/read'

/** A question with the places in the files that it is about: `broker4.xml, line 21`. */
export interface PlacedQuestion extends Question {
  readonly places: readonly string[]
}

/** What was taken without asking, with the places in the files that it is about. */
export interface PlacedGuess extends Guess {
  readonly places: readonly string[]
}
