const FIRST = 21_000
const LAST = 29_000

let next = FIRST + (process.pid % 70) * 100

/**
 * A port of its own for each of these brokers, on loopback, below the range that systems hand out by themselves.
 * Neighbouring calls never share one; two processes rarely do, and the broker then refuses to start.
 */
export function takePorts<L extends string>(labels: readonly L[]): Record<L, number> {
  return Object.fromEntries(labels.map((label) => [label, take()])) as Record<L, number>
}

function take(): number {
  if (next >= LAST) next = FIRST
  return next++
}
