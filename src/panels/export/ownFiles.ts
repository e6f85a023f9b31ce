import type { ReturnedFile } from '@meshwright/model/read'
import { counted } from '../common/words.ts'

/** Files with changes first, new ones last of them. */
export function orderFiles(files: readonly ReturnedFile[]): {
  readonly changed: readonly ReturnedFile[]
  readonly same: readonly ReturnedFile[]
} {
  const of = (state: ReturnedFile['state']) => files.filter((file) => file.state === state)
  return { changed: [...of('changed'), ...of('new')], same: of('same') }
}

/** `1 connector, +2 −1`, `new`, `unchanged` */
export function changeOf({ state, connectors, added, removed }: ReturnedFile): string {
  if (state === 'same') return 'unchanged'
  if (state === 'new') return 'new'
  const lines = [added > 0 && `+${added}`, removed > 0 && `−${removed}`].filter(Boolean).join(' ')
  const what = connectors > 0 ? counted(connectors, 'connector') : 'changed'
  return lines === '' ? what : `${what}, ${lines}`
}
