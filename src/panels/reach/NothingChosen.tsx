import { networkOf } from '@meshwright/model'
import { useMemo } from 'react'
import type { ReachCell } from '../../store/flow/flowSession.ts'
import { useStore } from '../../store/react.ts'
import { Button, EmptyState, VerdictMark } from '../../ui/index.ts'
import css from './Reach.module.css'
import { clipped } from '../common/words.ts'
import { gridCell, type ReachGrid } from './matrix/reachGrid.ts'

interface NothingChosenProps {
  readonly grid: ReachGrid | undefined
  readonly onChoose: (cell: ReachCell) => void
}

/** The order in which cells want to be looked at: what surprises most comes first. */
const WORTH = ['sometimes', 'never'] as const

/** What stands beside the table before a cell is chosen: the one that is most worth a look. */
export function NothingChosen({ grid, onChoose }: NothingChosenProps) {
  const design = useStore((state) => state.document.design)
  const first = useMemo(() => {
    if (!grid) return undefined
    const network = networkOf(design)
    for (const mark of WORTH) {
      for (let row = 0; row < grid.brokers.length; row++) {
        for (let column = 0; column < grid.brokers.length; column++) {
          const cell = gridCell(grid, network, row, column)
          if (cell?.mark === mark) return cell
        }
      }
    }
    return undefined
  }, [grid, design])
  if (!grid) return null
  if (!first) {
    return (
      <EmptyState className={css.hint} title="Choose a cell">
        It says which way messages go, hop by hop.
      </EmptyState>
    )
  }
  const { from, to, mark } = first
  return (
    <EmptyState
      className={css.hint}
      title="Choose a cell"
      actions={
        <Button
          icon={<VerdictMark verdict={mark} size={14} />}
          onClick={() => onChoose({ from: from.id, to: to.id })}
        >
          Why does {clipped(from.name)} {mark} reach {clipped(to.name)}?
        </Button>
      }
    >
      It says which way messages go, where they stop and what would let them pass.
    </EmptyState>
  )
}
