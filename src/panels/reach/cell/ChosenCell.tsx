import { useMemo } from 'react'
import { findingsOf } from '../../../store/checks/findings.ts'
import type { ReachCell } from '../../../store/flow/flowSession.ts'
import { useStore } from '../../../store/react.ts'
import { InfoIcon } from '../../../ui/index.ts'
import { CellDetail } from './CellDetail.tsx'
import { HelpCard } from './HelpCard.tsx'
import { HopNeeds } from './HopNeeds.tsx'
import css from './Cell.module.css'
import { whereStopMoves } from './readCell.ts'
import type { Answered } from '../useReachAnswer.ts'
import { useReadCell } from './useReadCell.ts'
import { whatHelps } from './whatHelps.ts'

/** The chosen cell: in words, and beside them what each hop would need and the fix. */
export function ChosenCell({ answered, cell }: { readonly answered: Answered; readonly cell: ReachCell }) {
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
