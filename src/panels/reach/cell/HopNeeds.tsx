import { effectiveName, type Network } from '@meshwright/model'
import type { Hop, StuckReason } from '@meshwright/model/forecast'
import { useStoreApi } from '../../../store/react.ts'
import { ArrowRightIcon, Button, OkMark, StopMark, VisuallyHidden } from '../../../ui/index.ts'
import { show } from '../../common/useDesign.ts'
import css from './HopNeeds.module.css'

/** What keeps a destination from crossing, whatever the TTLs are. */
const BLOCKED: Readonly<Partial<Record<StuckReason, string>>> = {
  excluded: 'excluded',
  'not-included': 'not listed',
  'static-only': 'static only',
  'no-advisories': 'no advisories',
}

interface HopNeedsProps {
  readonly network: Network
  readonly hops: readonly Hop[]
}

/** What the bridges of a route have, and what they would need for messages to get through. */
export function HopNeeds({ network, hops }: HopNeedsProps) {
  const store = useStoreApi()
  const hasBlock = hops.some((hop) => blockOf(hop) !== undefined)
  const isMet = hops.every(({ blockedBy }) => blockedBy === undefined)
  return (
    <table className={css.needs}>
      <caption>What each hop {isMet ? 'needs' : 'would need'}</caption>
      <thead>
        <tr>
          <th scope="col">Hop</th>
          <th scope="col">Consumer TTL</th>
          <th scope="col">Message TTL</th>
          {hasBlock ? <th scope="col">Filters</th> : null}
        </tr>
      </thead>
      <tbody>
        {hops.map((hop) => {
          const { from, to, has, needs } = hop
          const block = blockOf(hop)
          const connector = network.connector(hop.connector)
          // A filter or a static list has the first word; hops count only where it lets the destination through.
          const isHeard =
            hop.takesDemand || (block !== undefined && enough(has.consumerTtl, needs.consumerTtl))
          return (
            <tr key={`${from} ${to}`}>
              <th scope="row">
                <span className={css.hop}>
                  {network.nameOf(from)} <ArrowRightIcon size={12} />
                  <VisuallyHidden>to</VisuallyHidden> {network.nameOf(to)}
                </span>
                <Button
                  kind="link"
                  size="small"
                  className={css.link}
                  onClick={() => show(store, [hop.connector])}
                >
                  {connector ? effectiveName(connector) : hop.connector}
                </Button>
              </th>
              <td>
                <Need has={has.consumerTtl} needs={needs.consumerTtl} isMet={isHeard} />
              </td>
              <td>
                <Need
                  has={has.messageTtl}
                  needs={needs.messageTtl}
                  isMet={enough(has.messageTtl, needs.messageTtl)}
                />
              </td>
              {hasBlock ? (
                <td>
                  <span className={css.need}>
                    {block === undefined ? (
                      <OkMark size={14} label="let it through" />
                    ) : (
                      <>
                        <StopMark size={14} /> <b>{block}</b>
                      </>
                    )}
                  </span>
                </td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function blockOf({ blockedBy }: Hop): string | undefined {
  return blockedBy && BLOCKED[blockedBy]
}

function enough(has: number, needs: number): boolean {
  return has < 0 || has >= needs
}

interface NeedProps {
  /** hops; -1 is no limit */
  readonly has: number
  readonly needs: number
  readonly isMet: boolean
}

function Need({ has, needs, isMet }: NeedProps) {
  return (
    <span className={css.need} data-met={isMet || undefined}>
      {isMet ? <OkMark size={14} label="enough" /> : <StopMark size={14} label="not enough" />}
      <b>{has < 0 ? 'no limit' : has}</b>
      {has < 0 ? null : <span>needs {needs}</span>}
    </span>
  )
}
