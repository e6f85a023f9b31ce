/**
 * Remembers what a function says of each object for as long as the object is the same one. Elements of a design stay
 * the same objects while nobody edits them, so after an edit only what changed is worked out again.
 *
 * @param ask - Its second argument is what the answer depends on besides: a remembered one counts only for the same.
 */
export function remembered<T extends object, By, Answer>(
  ask: (thing: T, by: By) => Answer,
): (thing: T, by: By) => Answer {
  const answers = new WeakMap<T, { readonly by: By; readonly answer: Answer }>()
  return (thing, by) => {
    const known = answers.get(thing)
    if (known && known.by === by) return known.answer
    const answer = ask(thing, by)
    answers.set(thing, { by, answer })
    return answer
  }
}
