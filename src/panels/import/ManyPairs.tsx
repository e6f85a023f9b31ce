import { answerImport } from '../../store/gestures/importFiles.ts'
import type { Found } from '../../store/import/importing.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import css from './Import.module.css'

/** From so many questions about pairs on, they can be answered together. */
const MANY = 4

export interface ManyPairsProps {
  readonly found: Found
  readonly closed: boolean
}

/** One answer for all questions about pairs. */
export function ManyPairs({ found: { questions }, closed }: ManyPairsProps) {
  const store = useStoreApi()
  const pairs = questions.filter(({ kind }) => kind === 'pair')
  if (pairs.length < MANY || closed) return null
  const answerAll = (value: 'pair' | 'apart') =>
    void answerImport(store, Object.fromEntries(pairs.map(({ key }) => [key, value])))
  return (
    <p className={css.buttons} data-start="">
      {counted(pairs.length, 'question')} about pairs:
      <Button size="small" onClick={() => answerAll('apart')}>
        None is a pair
      </Button>
      <Button size="small" onClick={() => answerAll('pair')}>
        All are pairs
      </Button>
    </p>
  )
}
