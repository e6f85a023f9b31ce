import { networkOf, type Destination } from '@meshwright/model'
import { defaultDestination } from '@meshwright/model/forecast'
import { useEffect, useMemo, useState } from 'react'
import type { ReachCell } from '../../store/flow.ts'
import { findingsOf } from '../../store/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  Button,
  Callout,
  EmptyState,
  InfoIcon,
  MatrixIcon,
  Progress,
  SwitchOffIcon,
  VerdictMark,
} from '../../ui/index.ts'
import { counted, listed, numeral } from '../common/words.ts'
import { CellDetail } from './CellDetail.tsx'
import { DestinationBox } from './DestinationBox.tsx'
import { HelpCard } from './HelpCard.tsx'
import { LossAside } from './LossAside.tsx'
import { HopNeeds } from './HopNeeds.tsx'
import { offName } from '../../store/flowOff.ts'
import shared from '../common/panel.module.css'
import css from './Reach.module.css'
import { gridCell, gridOf, type ReachGrid, type Totals } from './reachGrid.ts'
import { ReachMatrix, type CellPlace } from './ReachMatrix.tsx'
import { glimpseOf, overlayOf, readCell, whereStopMoves } from './readCell.ts'
import { TableMenu } from './TableMenu.tsx'
import { useReachAnswer, type Answered } from './useReachAnswer.ts'
import { whatHelps } from './whatHelps.ts'

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
              onChange={(next) => ask({ destination: next })}
            />
            <span className={css.asked}>{asked ? 'one consumer at a time' : 'stands for any queue'}</span>
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
            <Chosen answered={answered} cell={chosen} />
          ) : (
            <>
              <NothingChosen grid={grid} onChoose={(cell) => ask({ cell })} />
              {answered ? <LossAside answered={answered} onChoose={(cell) => ask({ cell })} /> : null}
            </>
          )}
        </div>
        {answered ? <Shown answered={answered} chosen={chosen} pointed={pointed} /> : null}
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

/** Nothing flickers for what is there at once: only from a moment on is there something to say. */
function Waiting({
  brokers,
  hasFormer,
  onCancel,
}: {
  readonly brokers: number
  readonly hasFormer: boolean
  readonly onCancel: () => void
}) {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return hasFormer ? null : <div className={css.waiting} />
  return (
    <div className={css.waiting}>
      <Progress label={`Working out ${numeral(brokers * (brokers - 1))} pairs`} onCancel={onCancel} />
    </div>
  )
}

/** What is switched off while the table is read. */
function OffLine() {
  const store = useStoreApi()
  const off = useStore((state) => state.session.off)
  const design = useStore((state) => state.document.design)
  if (off.length === 0) return null
  const names = off.map((item) => offName(networkOf(design), item))
  return (
    <p className={css.off}>
      <SwitchOffIcon size={14} />
      Switched off: {listed(names, 4)}.
      <Button kind="link" size="small" onClick={() => store.getState().setSession({ off: [] })}>
        Switch all on
      </Button>
    </p>
  )
}

interface TotalsLineProps {
  readonly totals: Totals
  /** Leaves the chosen cell for what a loss would cost. */
  readonly onLosses: (() => void) | undefined
}

function TotalsLine({ totals, onLosses }: TotalsLineProps) {
  return (
    <p className={css.totals}>
      <span>
        <VerdictMark verdict="always" size={14} /> always <b>{numeral(totals.always)}</b>
      </span>
      <span>
        <VerdictMark verdict="sometimes" size={14} /> sometimes <b>{numeral(totals.sometimes)}</b>
      </span>
      <span>
        <VerdictMark verdict="never" size={14} /> never, it stops <b>{numeral(totals.never)}</b>
      </span>
      <span>
        <VerdictMark verdict="no-route" size={14} /> no route <b>{numeral(totals.noRoute)}</b>
      </span>
      <span>number: hops</span>
      {onLosses ? (
        <Button kind="link" size="small" onClick={onLosses}>
          What if something is lost?
        </Button>
      ) : null}
    </p>
  )
}

interface NothingChosenProps {
  readonly grid: ReachGrid | undefined
  readonly onChoose: (cell: ReachCell) => void
}

/** The order in which cells want to be looked at: what surprises most comes first. */
const WORTH = ['sometimes', 'never'] as const

function NothingChosen({ grid, onChoose }: NothingChosenProps) {
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
          Why does {from.name} {mark} reach {to.name}?
        </Button>
      }
    >
      It says which way messages go, where they stop and what would let them pass.
    </EmptyState>
  )
}

function useReadCell(answered: Answered, cell: ReachCell | undefined) {
  return useMemo(
    () => cell && readCell(networkOf(answered.question.design), answered.question, cell),
    [answered, cell],
  )
}

/** The chosen cell: in words, and beside them what each hop would need and the fix. */
function Chosen({ answered, cell }: { readonly answered: Answered; readonly cell: ReachCell }) {
  const read = useReadCell(answered, cell)
  const document = useStore((state) => state.document)
  const findings = useStore(findingsOf)
  const isCurrent = document.design === answered.question.design
  const help = useMemo(
    () =>
      read && isCurrent
        ? whatHelps(document, findings, {
            flow: read.flow,
            hops: read.explanation.hops,
            off: answered.question.off,
          })
        : undefined,
    [read, isCurrent, document, findings, answered],
  )
  if (!read) return null
  const { network, mark, explanation } = read
  const { hops } = explanation
  const moved = mark === 'never' && hops ? whereStopMoves(network, hops) : undefined
  return (
    <>
      <CellDetail cell={read} />
      <section className={css.aside} aria-label="Hops and fix">
        {hops ? <HopNeeds network={network} hops={hops} /> : null}
        {mark === 'always' ? null : (
          <>
            <h3 className={css.heading}>What would let it pass</h3>
            {help ? (
              <HelpCard document={document} help={help} answered={answered} />
            ) : (
              <p className={css.stepText}>{noHelp(mark, isCurrent)}</p>
            )}
          </>
        )}
        {moved === undefined ? null : (
          <p className={css.note}>
            <InfoIcon size={14} /> Raising only the consumer TTL would move the stop to {moved}.
          </p>
        )}
      </section>
    </>
  )
}

function noHelp(mark: string, isCurrent: boolean): string {
  if (!isCurrent) return 'The design has just changed; the answer follows.'
  if (mark === 'no-route') return 'A connector that leads there: press C with the sending broker selected.'
  return 'No single fix makes this pair better without deciding something for you. The steps say what to change.'
}

/** Puts the chosen or pointed-at way on the drawing as long as the panel is open. */
function Shown({
  answered,
  chosen,
  pointed,
}: {
  readonly answered: Answered
  readonly chosen: ReachCell | undefined
  readonly pointed: ReachCell | undefined
}) {
  const store = useStoreApi()
  const isOther = pointed && !(pointed.from === chosen?.from && pointed.to === chosen.to)
  const cell = isOther ? pointed : chosen
  const read = useReadCell(answered, cell)
  const overlay = useMemo(() => read && (isOther ? glimpseOf : overlayOf)(read), [read, isOther])
  useEffect(() => store.getState().setSession({ overlay }), [store, overlay])
  const way = overlay && !isOther ? overlay.lit : undefined
  useEffect(() => {
    // The panel has just taken room from the drawing when its first cell is chosen: look in the next frame.
    if (!way || way.length === 0) return undefined
    const frame = requestAnimationFrame(() => store.getState().view?.reveal(way))
    return () => cancelAnimationFrame(frame)
    // Pointing at another cell and back must not move the drawing again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, chosen?.from, chosen?.to])
  useEffect(() => () => store.getState().setSession({ overlay: undefined }), [store])
  return null
}
