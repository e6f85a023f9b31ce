import type { When } from '@meshwright/model/forecast'
import { counted } from '../../common/words.ts'
import type { GridCell, Mark } from './reachGrid.ts'

/** What a mark says, in the words of the key. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  always: 'always',
  sometimes: 'sometimes',
  never: 'never',
  'no-route': 'no route',
}

/** What brings a `sometimes` about. */
const WHEN_WORDS: Readonly<Record<When, string>> = {
  idle: 'on an idle network too',
  load: 'under load',
  race: 'decided by what starts first',
}

/** `orders to billing: never, stops on orders`, `fraud to ledger: sometimes, under load, 1 hop, stops on hub`. */
export function cellName(cell: GridCell): string {
  return `${cell.from.name} to ${cell.to.name}: ${cellWords(cell)}`
}

/** `never, stops on orders`: what a cell says, without its ends. */
function cellWords({ mark, when, hops, stuckOn, copies, isBound }: GridCell): string {
  return [
    MARK_WORDS[mark],
    when && WHEN_WORDS[when],
    hops === undefined ? undefined : counted(hops, 'hop'),
    copies === undefined ? undefined : `up to ${counted(copies, 'copy', 'copies')} come`,
    stuckOn !== undefined && mark !== 'no-route' ? `stops on ${stuckOn}` : undefined,
    isBound ? 'bound' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}
