import { actionTitle, canRun, type ActionId } from '../../store/actions/index.ts'
import { useStore } from '../../store/react.ts'

/** One action that can be done now, by the name it has now. */
export interface Runnable {
  readonly id: ActionId
  readonly title: string
}

/** Which of some actions can be done now. Renders again only when that, or a name, has changed: never while dragging. */
export function useRunnable(ids: readonly ActionId[]): readonly Runnable[] {
  const told = useStore((state) =>
    JSON.stringify(
      ids.filter((id) => canRun(state, id)).map((id) => ({ id, title: actionTitle(state, id) })),
    ),
  )
  return JSON.parse(told) as readonly Runnable[]
}
