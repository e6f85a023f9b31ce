import { arrowOf, groupReach, type DifferenceAlone } from '@meshwright/model/diff'
import { useMemo } from 'react'
import { useStoreApi } from '../../store/react.ts'
import { VerdictMark } from '../../ui/index.ts'
import { useDesign } from '../common/useDesign.ts'
import { Capped } from './Capped.tsx'
import css from './ReachRows.module.css'
import rows from './rows.module.css'

/** Who reaches whom otherwise than before, for each kind of destinations. */
export function ReachRows({ difference }: { readonly difference: DifferenceAlone }) {
  const store = useStoreApi()
  const design = useDesign()
  const groups = groupReach(difference)
  const ids = useMemo(() => new Map(design.brokers.map(({ id, name }) => [name, id])), [design])
  const light = (names: readonly string[]) =>
    store.getState().setSession({ lit: names.flatMap((name) => ids.get(name) ?? []) })
  return (
    <>
      <h3 className={rows.heading}>Who reaches whom</h3>
      {groups.length === 0 ? <p className={rows.nothing}>Whoever reached another still does.</p> : null}
      {groups.map(({ destinations, pairs }) => (
        <div key={destinations}>
          <p className={css.what}>{destinations}</p>
          <Capped className={rows.list}>
            {pairs.map((pair) => (
              <li
                key={`${pair.from} ${pair.to} ${pair.isBoth}`}
                className={css.pair}
                onPointerEnter={() => light([pair.from, pair.to])}
                onPointerLeave={() => light([])}
              >
                <span className={css.arrow}>{arrowOf(pair)}</span>
                <Verdict text={pair.before} />
                <span aria-hidden>→</span>
                <Verdict text={pair.after} />
              </li>
            ))}
          </Capped>
        </div>
      ))}
      {difference.notAsked.length > 0 ? (
        <p className={rows.nothing}>
          Not forecast in so large a network: {difference.notAsked.slice(0, 8).join(', ')}
          {difference.notAsked.length > 8 ? ` and ${difference.notAsked.length - 8} more` : ''}.
        </p>
      ) : null}
    </>
  )
}

function Verdict({ text }: { readonly text: string | undefined }) {
  const verdict = /^(always|sometimes|never)/.exec(text ?? '')?.[1] as
    | 'always'
    | 'sometimes'
    | 'never'
    | undefined
  return (
    <span className={css.verdict} data-verdict={verdict}>
      {verdict ? <VerdictMark verdict={verdict} size={12} /> : null}
      {text ?? 'not there'}
    </span>
  )
}
