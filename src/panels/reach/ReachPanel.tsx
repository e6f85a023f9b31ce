import { formatDestination, networkOf, type Destination } from '@meshwright/model'
import { defaultDestination } from '@meshwright/model/forecast'
import { useMemo, useState } from 'react'
import type { ReachCell } from '../../store/flow/flowSession.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Callout, EmptyState, MatrixIcon } from '../../ui/index.ts'
import shared from '../common/panel.module.css'
import { counted } from '../common/words.ts'
import { ChosenCell } from './cell/ChosenCell.tsx'
import { DestinationBox } from '../common/DestinationBox.tsx'
import { LossAside } from './LossAside.tsx'
import { NothingChosen } from './NothingChosen.tsx'
import css from './Reach.module.css'
import { gridOf, type ReachGrid } from './matrix/reachGrid.ts'
import { ReachMatrix, type CellPlace } from './matrix/ReachMatrix.tsx'
import { OffLine, TotalsLine, Waiting } from './TableLines.tsx'
import { TableMenu } from './matrix/TableMenu.tsx'
import { useReachAnswer } from './useReachAnswer.ts'
import { WayOverlay } from './cell/WayOverlay.tsx'

/** Who reaches whom for one destination; a chosen cell says why, and what would let it pass. */
export function ReachPanel() {
  const store = useStoreApi()
  const design = useStore((state) => state.document.design)
  const asked = useStore((state) => state.session.reach.destination)
  const chosen = useStore((state) => state.session.reach.cell)
  const off = useStore((state) => state.session.off)
  const [pointed, setPointed] = useState<ReachCell>()
  const fallback = useMemo(() => defaultDestination(design), [design])
  const destination = asked ?? fallback
  const isAny = formatDestination(destination) === formatDestination(fallback)
  const work = useReachAnswer(design, destination, off)
  const { answered } = work
  const grid = useMemo(
    () => answered && gridOf(networkOf(answered.question.design), answered.answer),
    [answered],
  )

  const ask = (fields: { readonly destination?: Destination; readonly cell?: ReachCell | undefined }) => {
    const { cell, ...rest } = { ...store.getState().session.reach, ...fields }
    store.getState().setSession({ reach: cell ? { ...rest, cell } : rest })
  }
  const ownBrokers = design.brokers.filter(({ external }) => !external).length
  if (ownBrokers < 2) {
    return (
      <EmptyState icon={<MatrixIcon />} title="Nobody to reach yet">
        Two brokers are needed: add them, connect them, and this table says who reaches whom.
      </EmptyState>
    )
  }
  const isOld = work.state !== 'ready'
  return (
    <div className={shared.room}>
      <div className={css.panel} data-wide={(grid?.brokers.length ?? 0) > 9 || undefined}>
        <section
          className={css.table}
          aria-label="Who reaches whom"
          aria-busy={work.state === 'working'}
          data-stale={isOld || undefined}
        >
          <header className={css.tools}>
            <DestinationBox
              className={css.destination}
              design={design}
              value={destination}
              any={fallback}
              onChange={(next) => ask({ destination: next })}
            />
            <span className={css.asked}>{isAny ? 'stands for any queue' : 'one consumer at a time'}</span>
            {isAny ? null : (
              <Button kind="link" size="small" onClick={() => ask({ destination: fallback })}>
                Any queue
              </Button>
            )}
            {answered && grid ? <TableMenu answered={answered} grid={grid} isOld={isOld} /> : null}
          </header>
          <OffLine />
          {work.state === 'working' ? (
            <Waiting brokers={ownBrokers} hasFormer={answered !== undefined} onCancel={work.stop} />
          ) : null}
          {work.state === 'stopped' || work.state === 'failed' ? (
            <Callout
              tone="plain"
              title={work.state === 'stopped' ? 'Stopped' : 'This could not be worked out'}
              actions={
                <Button size="small" onClick={work.again}>
                  Try again
                </Button>
              }
            >
              {answered ? 'The table below is of the design as it was before.' : 'There is no table yet.'}
            </Callout>
          ) : null}
          {answered && grid ? (
            <>
              <div className={css.matrix}>
                <ReachMatrix
                  network={networkOf(answered.question.design)}
                  grid={grid}
                  label={`Who reaches whom, ${counted(grid.brokers.length, 'broker')}`}
                  chosen={placeOf(grid, chosen)}
                  onPoint={(place) => setPointed(cellAt(grid, place))}
                  onChoose={(place) => {
                    const cell = cellAt(grid, place)
                    if (cell) ask({ cell })
                  }}
                />
              </div>
              <TotalsLine
                totals={grid.totals}
                onLosses={chosen ? () => ask({ cell: undefined }) : undefined}
              />
            </>
          ) : null}
        </section>
        <div className={css.chosen}>
          {answered && chosen ? (
            <ChosenCell answered={answered} cell={chosen} />
          ) : (
            <>
              <NothingChosen grid={grid} onChoose={(cell) => ask({ cell })} />
              {answered ? <LossAside answered={answered} onChoose={(cell) => ask({ cell })} /> : null}
            </>
          )}
        </div>
        {answered ? <WayOverlay answered={answered} chosen={chosen} pointed={pointed} /> : null}
      </div>
    </div>
  )
}

function placeOf(grid: ReachGrid, cell: ReachCell | undefined): CellPlace | undefined {
  if (!cell) return undefined
  const row = grid.brokers.findIndex(({ id }) => id === cell.from)
  const column = grid.brokers.findIndex(({ id }) => id === cell.to)
  return row < 0 || column < 0 ? undefined : { row, column }
}

function cellAt(grid: ReachGrid, place: CellPlace | undefined): ReachCell | undefined {
  const from = place && grid.brokers[place.row]?.id
  const to = place && grid.brokers[place.column]?.id
  return from && to && from !== to ? { from, to } : undefined
}
