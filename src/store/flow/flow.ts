import type { Off } from '@meshwright/model/forecast'
import type { Session } from '../session.ts'

/** The name of something that is off, unlike that of anything else. */
export function offKey(off: Off): string {
  if ('broker' in off) return off.broker
  if ('connector' in off) return off.connector
  if ('region' in off) return off.region
  return `${off.instance}/${off.index}`
}

/** The same list with one thing switched on or off. */
export function switched(list: readonly Off[], item: Off, isOff: boolean): readonly Off[] {
  const key = offKey(item)
  const others = list.filter((other) => offKey(other) !== key)
  return isOff ? [...others, item] : others.length === list.length ? list : others
}

/** Lets go of what is off, asked or tried on elements that are not there any more. */
export function stillThereInFlow(session: Session, ids: ReadonlySet<string>): Session {
  const off = session.off.filter((item) => ids.has(elementOf(item)))
  const { cell } = session.reach
  const isCellGone = cell && !(ids.has(cell.from) && ids.has(cell.to))
  const producers = session.flow.producers?.filter(({ broker }) => ids.has(broker))
  const consumers = session.flow.consumers?.filter(({ broker }) => ids.has(broker))
  const areEndsGone =
    producers?.length !== session.flow.producers?.length ||
    consumers?.length !== session.flow.consumers?.length
  if (off.length === session.off.length && !isCellGone && !areEndsGone) return session
  const { cell: _gone, ...asked } = session.reach
  return {
    ...session,
    off,
    reach: isCellGone ? asked : session.reach,
    flow: areEndsGone
      ? { ...session.flow, ...(producers ? { producers } : {}), ...(consumers ? { consumers } : {}) }
      : session.flow,
  }
}

function elementOf(off: Off): string {
  if ('broker' in off) return off.broker
  if ('connector' in off) return off.connector
  return 'region' in off ? off.region : off.instance
}
