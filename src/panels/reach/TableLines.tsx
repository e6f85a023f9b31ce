import { networkOf } from '@meshwright/model'
import { offName } from '../../store/flow/flowOff.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Progress, SwitchOffIcon, VerdictMark } from '../../ui/index.ts'
import { useLong } from '../common/useLong.ts'
import { listed, numeral } from '../common/words.ts'
import css from './TableLines.module.css'
import type { Totals } from './matrix/reachGrid.ts'

/** That the table is being worked out, once that takes longer than a moment. */
export function Waiting({
  brokers,
  hasFormer,
  onCancel,
}: {
  readonly brokers: number
  readonly hasFormer: boolean
  readonly onCancel: () => void
}) {
  const isLong = useLong(true)
  if (!isLong) return hasFormer ? null : <div className={css.waiting} />
  return (
    <div className={css.waiting}>
      <Progress label={`Working out ${numeral(brokers * (brokers - 1))} pairs`} onCancel={onCancel} />
    </div>
  )
}

/** What is switched off while the table is read. */
export function OffLine() {
  const store = useStoreApi()
  const off = useStore((state) => state.session.off)
  const design = useStore((state) => state.document.design)
  if (off.length === 0) return null
  const names = off.map((item) => offName(networkOf(design), item))
  return (
    <p className={css.off}>
      <SwitchOffIcon size={14} />
      Switched off: {listed(names, 5)}.
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

/** How many pairs there are of each verdict. */
export function TotalsLine({ totals, onLosses }: TotalsLineProps) {
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
