import type { Finding } from '@meshwright/model/checks'
import type { Ports } from '../../store/ports.ts'
import type { CheckedSoFar } from './checks.worker.ts'
import { askWorker } from './workers.ts'

/** Runs the checks that ask the forecast in a worker, and tells after each what is found so far. */
export function slowChecksInWorker(): NonNullable<Ports['slowChecks']> {
  const { ask } = askWorker<CheckedSoFar, readonly Finding[]>(
    () => new Worker(new URL('./checks.worker.ts', import.meta.url), { type: 'module' }),
  )
  return (design, signal, onProgress) => {
    let findings: readonly Finding[] = []
    return ask({
      question: design,
      signal,
      hear(said) {
        findings = said.findings ?? findings
        if (said.isLast) return findings
        onProgress?.({ findings, done: said.done })
        return undefined
      },
    })
  }
}
