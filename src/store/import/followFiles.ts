import { applyEdit, DOCUMENT_VERSION, EMPTY_LAYOUT, type Design, type Edit } from '@meshwright/model'
import { arrange } from '@meshwright/model/layout'
import { carryOver, readFiles, renamedIds, type Reading } from '@meshwright/model/read'
import { filesAfter } from './formerFiles.ts'
import type { AnswerChange, Found, Updated } from './importing.ts'
import type { OwnFiles } from './ownFiles.ts'
import { foundIn } from './readGiven.ts'
import { takenOf } from './takenOf.ts'

/** What another answer does to the open design: nothing where the files cannot be read any more. Runs in a worker. */
export function answerOwn({ own, before, after }: AnswerChange, open: Design): readonly Edit[] {
  const [was, is] = [before, after].map((answers) => read(own.files, answers))
  if (!was || !is) return []
  const { ids } = own
  const said = ids ? inIdsOf(was.document.design, ids) : was.document.design
  const now = ids ? inIdsOf(is.document.design, ids) : is.document.design
  const { edits } = carryOver(said, now, open, { sameFiles: true })
  if (!edits.some(({ type }) => type === 'add-region')) return edits
  // Brokers that stood among each other are in regions now, whose boxes would lie across each other.
  const next = applyEdit(
    { version: DOCUMENT_VERSION, design: open, layout: EMPTY_LAYOUT },
    { type: 'batch', label: '', edits },
  )
  return [...edits, arrange({ ...next, layout: EMPTY_LAYOUT })]
}

/**
 * What files that came once more do to the open design: what they say differently from the former ones. Files of the former
 * import that did not come stay as they are. Runs in a worker.
 */
export function updateOwn(former: OwnFiles, given: Found['files'], open: Design): Updated {
  const files = filesAfter(former.files, given)
  const outcome = readFiles(files, { answers: former.answers })
  const was = read(former.files, former.answers)
  if (!was || !outcome.ok) return { edits: [], own: former }
  const { ids: known } = former
  const said = former.base ?? (known ? inIdsOf(was.document.design, known) : was.document.design)
  const reading = outcome.value
  const { edits, ids } = carryOver(said, reading.document.design, open)
  const found = foundIn(reading, outcome.problems, open, former.answers)
  const taken = takenOf(found, ids)
  const told = new Set(former.taken?.map(({ key }) => key))
  const isReviewed = former.reviewed && taken.every(({ key }) => told.has(key))
  const { answers } = former
  return { edits, own: { files, answers, ids, taken, ...(isReviewed ? { reviewed: true } : {}) } }
}

function read(files: OwnFiles['files'], answers: OwnFiles['answers']): Reading | undefined {
  const outcome = readFiles(files, { answers })
  return outcome.ok ? outcome.value : undefined
}

/** A reading's design in the ids of the open one; what the open one does not know gets ids apart from all of its. */
function inIdsOf(design: Design, ids: NonNullable<OwnFiles['ids']>): Design {
  return renamedIds(design, (id) => (ids[id] ?? `${id.slice(0, 1)}${FAR + Number(id.slice(1))}`) as typeof id)
}

/** No design counts so far. */
const FAR = 1_000_000
