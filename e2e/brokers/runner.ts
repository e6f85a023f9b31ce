import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build, target } from './build.ts'
import type { Consumer, Job, Probe, ProbeResult, Result } from './job.ts'
import { paceFor } from './versions.ts'
import type { Answer, ConsumerStart, ReadResult, SettleResult, StartResult, Step } from './steps.ts'

/** A request that takes longer has hung; the JVM is ended. */
const LIMIT_MS = 180_000

/** Small, quick to start, and quiet: brokers of a test hold some thousand short messages. */
const JVM_FLAGS = ['-Xmx384m', '-Xss512k', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto']

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: Error) => void
  readonly timer: NodeJS.Timeout
}

/**
 * One JVM with brokers of one engine version. `run` plays a whole job; `perform` single steps, for what a job
 * cannot say (a consumer that moves, a broker that dies). Always `close` it, or `kill` it to see brokers die.
 */
export class Runner {
  readonly version: string
  /** A folder of this JVM's own, for its brokers' files and stores. */
  readonly folder: string
  readonly #jvm: ChildProcessWithoutNullStreams
  readonly #waiting = new Map<number, Waiting>()
  readonly #ended: Promise<void>
  #requests = 0
  #noise = ''
  #over = false

  private constructor(version: string, jvm: ChildProcessWithoutNullStreams, folder: string) {
    this.version = version
    this.#jvm = jvm
    this.folder = folder
    createInterface({ input: jvm.stdout }).on('line', (line) => this.#hear(line))
    jvm.stderr.on('data', (text: Buffer) => (this.#noise = (this.#noise + text.toString()).slice(-4000)))
    jvm.on('error', (error) => (this.#noise += error.message))
    jvm.stdin.on('error', () => {})
    this.#ended = new Promise((resolve) => {
      jvm.on('close', () => {
        this.#over = true
        for (const waiting of this.#waiting.values()) {
          clearTimeout(waiting.timer)
          waiting.reject(this.#obituary())
        }
        this.#waiting.clear()
        resolve(rm(folder, { recursive: true, force: true }))
      })
    })
  }

  /** Builds the runner for this engine version when needed, and starts a JVM. */
  static async start(version: string): Promise<Runner> {
    const { classPath } = await build(version)
    const jvm = spawn('java', [...JVM_FLAGS, '-cp', classPath, 'NetworkRunner'])
    const folder = join(target, 'run', `${version}-${jvm.pid ?? 'none'}`)
    await mkdir(folder, { recursive: true })
    return new Runner(version, jvm, folder)
  }

  /** Performs steps in order. Fails when one fails; a broker that refuses to start is not a failure. */
  async perform(steps: readonly Step[]): Promise<Answer> {
    if (this.#over) throw this.#obituary()
    const id = ++this.#requests
    const answer = await new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`The JVM for ${this.version} did not answer within ${LIMIT_MS / 1000} s.`))
        this.#waiting.delete(id)
        this.kill()
      }, LIMIT_MS)
      this.#waiting.set(id, { resolve, reject, timer })
      this.#jvm.stdin.write(`${JSON.stringify({ id, steps })}\n`)
    })
    if (answer.failed !== undefined) throw new Error(`${this.version}: ${answer.failed}`)
    return answer
  }

  /** Plays a job: starts its brokers, runs its probes side by side, and stops everything. */
  async run(job: Job): Promise<Result> {
    const waits = { ...(job.quiet && { quiet: job.quiet }), ...(job.timeout && { timeout: job.timeout }) }
    const settle: Step = { do: 'settle', ...waits }
    const pace = job.pace ?? paceFor(this.version)
    const files = await this.write(job.brokers)
    const late = new Set(job.late)
    const begun = await this.perform([
      { do: 'start', brokers: files.filter(({ label }) => !late.has(label)) },
    ])
    const refused = refusals(begun.results[0] as StartResult)
    const nothing = { id: job.id, missing: [], bridges: {}, probes: {} }
    if (Object.keys(refused).length > 0) {
      await this.perform([{ do: 'stop' }])
      return { ...nothing, refused, settled: true, warnings: begun.warnings }
    }
    const waitForBridges: Step = { do: 'settle', bridges: job.bridges, ...waits }
    const consume = (consumers: readonly ConsumerStart[]): readonly Step[] =>
      consumers.length > 0 ? [{ do: 'consume', consumers, ...(pace !== undefined && { pace }) }, settle] : []
    const isLate = (client: ConsumerStart) => 'at' in client && late.has(client.at)
    const all = waves(job)
    const early = all.map((consumers) => consumers.filter((consumer) => !isLate(consumer)))
    const steps: Step[] = []
    if (late.size > 0) {
      steps.push(settle, ...early.flatMap(consume))
      steps.push({ do: 'start', brokers: files.filter(({ label }) => late.has(label)) })
    }
    steps.push(waitForBridges)
    for (const consumers of late.size > 0 ? all.map((one) => one.filter(isLate)) : all) {
      steps.push(...consume(consumers))
    }
    const messages = job.probes.flatMap((probe) => probe.producers)
    steps.push({ do: 'send', messages }, settle, { do: 'read' }, { do: 'stop' })
    const { results, warnings } = await this.perform(steps).catch(async (error: unknown) => {
      await this.perform([{ do: 'stop' }])
      throw error
    })
    const waited = results.filter((_, index) => steps[index]?.do === 'settle') as SettleResult[]
    const connected = results[steps.indexOf(waitForBridges)] as SettleResult
    const end = results.find((_, index) => steps[index]?.do === 'read') as ReadResult
    return {
      id: job.id,
      refused,
      missing: connected.missing,
      settled: waited.every(({ settled }) => settled),
      bridges: mapValues(end.brokers, (broker) => broker.bridges),
      probes: Object.fromEntries(job.probes.map((probe) => [probe.id, judge(probe, end)])),
      warnings: [...new Set([...begun.warnings, ...warnings])],
    }
  }

  /** Writes brokers' XML where the JVM reads it; what comes back goes into a `start` step. */
  write<B extends { readonly label: string; readonly xml: string }>(
    brokers: readonly B[],
  ): Promise<{ label: string; file: string }[]> {
    return Promise.all(
      brokers.map(async ({ label, xml }) => {
        const file = join(this.folder, `${label}.xml`)
        await writeFile(file, xml)
        return { label, file }
      }),
    )
  }

  /** Ends the JVM in order. */
  async close(): Promise<void> {
    this.#jvm.stdin.end()
    await this.#ended
  }

  /** Ends the JVM at once, as a crash of its host would: no broker says goodbye. */
  kill(): void {
    this.#jvm.kill('SIGKILL')
  }

  #obituary(): Error {
    return new Error(`The JVM for ${this.version} has ended. ${this.#noise.trim()}`)
  }

  #hear(line: string): void {
    const answer = JSON.parse(line) as Answer
    const waiting = this.#waiting.get(answer.id)
    if (!waiting) return
    this.#waiting.delete(answer.id)
    clearTimeout(waiting.timer)
    waiting.resolve(answer)
  }
}

function refusals(started: StartResult): Record<string, string> {
  return Object.fromEntries(
    Object.entries(started).filter(([, word]) => word !== 'started' && word !== 'standby'),
  )
}

/** All consumers at once, or in the order in which they stand in their probes. */
function waves(job: Job): ConsumerStart[][] {
  const all = job.probes.map((probe) => probe.consumers.map((consumer) => toStart(probe, consumer)))
  if (!job.ordered) return [all.flat()]
  const longest = Math.max(0, ...all.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) => all.flatMap((consumers) => consumers[index] ?? []))
}

function toStart(probe: Probe, consumer: Consumer): ConsumerStart {
  const options = [
    ...(consumer.prefetch === undefined ? [] : [`consumer.prefetchSize=${consumer.prefetch}`]),
    ...(consumer.priority === undefined ? [] : [`consumer.priority=${consumer.priority}`]),
  ]
  const id = `${probe.id}/${consumer.id}`
  return {
    id,
    at: consumer.at,
    destination: consumer.destination + (options.length > 0 ? `?${options.join('&')}` : ''),
    ...(consumer.selector !== undefined && { selector: consumer.selector }),
    ...(consumer.delay !== undefined && { delay: consumer.delay }),
    ...(consumer.hold !== undefined && { hold: consumer.hold }),
    ...(consumer.durable !== undefined && { durable: consumer.durable, clientId: id }),
  }
}

function judge(probe: Probe, end: ReadResult): ProbeResult {
  const names = new Set(
    [...probe.producers, ...probe.consumers]
      .map(({ destination }) => destination)
      .filter((destination) => !destination.startsWith('topic://'))
      .map((destination) => destination.replace(/^queue:\/\//, '')),
  )
  const sum = (key: 'size' | 'inflight'): Record<string, number> => {
    const totals = mapValues(end.brokers, ({ queues }) =>
      [...names].reduce((total, name) => total + (queues[name]?.[key] ?? 0), 0),
    )
    return Object.fromEntries(Object.entries(totals).filter(([, total]) => total > 0))
  }
  const received = probe.consumers.map(({ id }) => [
    id,
    end.consumers[`${probe.id}/${id}`] ?? { count: 0, distinct: 0 },
  ])
  return { received: Object.fromEntries(received), left: sum('size'), inflight: sum('inflight') }
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
