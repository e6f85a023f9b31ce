import { checksStateOf } from '../../store/checks/findings.ts'
import { useStore } from '../../store/react.ts'
import { counted } from './words.ts'

/** A sentence wherever findings are taken along or counted before all checks have run; `undefined` once they have. */
export function useUnchecked(): string | undefined {
  const { state, left } = useStore(checksStateOf)
  if (state === 'done') return undefined
  if (state === 'loading') return 'No check has run yet.'
  return state === 'running' ? `Still checking: ${leftInWords(left)}` : leftInWords(left)
}

/** `2 checks have not run: Messages can get stuck; Topics arrive twice.` */
export function leftInWords(left: readonly string[]): string {
  const titles = left.map((title) => title.replace(/\.$/, ''))
  return `${counted(left.length, 'check')} ${left.length === 1 ? 'has' : 'have'} not run: ${titles.join('; ')}.`
}
