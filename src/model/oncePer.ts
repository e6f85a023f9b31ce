/**
 * Asks once for each object and remembers the answer with it: values here never change, so an edit leaves what it did
 * not touch as the same objects, and only the rest is worked out again. The answer goes when the object goes.
 *
 * @param ask - Its second argument, if any, is what the answer depends on besides; an answer counts only for the same
 *   one, and the newest alone is kept.
 */
export function oncePer<Thing extends object, Answer, By = void>(
  ask: (thing: Thing, by: By) => Answer,
): (thing: Thing, by: By) => Answer {
  const answers = new WeakMap<Thing, { readonly by: By; readonly answer: Answer }>()
  return (thing, by) => {
    const known = answers.get(thing)
    if (known && known.by === by) return known.answer
    const answer = ask(thing, by)
    answers.set(thing, { by, answer })
    return answer
  }
}
