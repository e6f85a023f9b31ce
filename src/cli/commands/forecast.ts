import {
  formatDestination,
  networkOf,
  parseDestination,
  type Destination,
  type Network,
} from '@meshwright/model'
import { defaultDestination, forecastAll, type Flow, type Off } from '@meshwright/model/forecast'
import { answerOf, readInput } from '../input.ts'
import { UsageError, type ExitCode, type Io } from '../io.ts'
import { readOff } from '../off.ts'
import { choice, withOverrides, type Options } from '../options.ts'
import { guessesOf, reportGuesses, reportProblems, reportRefusal } from '../report.ts'
import { table } from '../table.ts'

/** `forecast INPUT…`: for each ordered pair of brokers, whether what is sent on one arrives at a consumer on the other. */
export async function forecast(words: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const format = choice('format', options.format, ['text', 'json'])
  const asked = readDestination(options.destination)
  const input = await readInput(words, io)
  if (!input.ok) return reportRefusal(input.problems, format === 'json' ? { flows: [] } : undefined, io)
  const network = networkOf(withOverrides(input.value.document, options).design)
  const destination = asked ?? defaultDestination(network.design)
  const off: readonly Off[] = (options.off ?? []).map((text) => readOff(text, network))
  const [from, to] = [brokerOption('from', options.from, network), brokerOption('to', options.to, network)]
  const flows = forecastAll(network, { destination, off }).filter(
    (flow) => (from === undefined || flow.from === from) && (to === undefined || flow.to === to),
  )
  if (format === 'json') {
    io.out(
      JSON.stringify(
        {
          destination: formatDestination(destination),
          engine: network.design.engine,
          flows: flows.map((flow) => asJson(network, flow)),
          guesses: guessesOf(input.value.reading),
          problems: input.problems,
        },
        undefined,
        2,
      ),
    )
    return answerOf(input.value)
  }
  reportProblems(input.problems, io)
  reportGuesses(input.value.reading, io)
  io.out(
    `${formatDestination(destination)}, one producer and one consumer at a time, engine ${network.design.engine}${asked ? '' : ' (a queue that no filter names)'}`,
  )
  for (const line of table(
    ['from', 'to', 'verdict', 'hops', 'route', 'stuck'],
    flows.map((flow) => asRow(network, flow)),
  )) {
    io.out(line)
  }
  io.out(tally(flows))
  return answerOf(input.value)
}

/** What `forecast --format json` says of one pair. Brokers are named as in their files. */
function asJson(network: Network, flow: Flow) {
  return {
    from: network.nameOf(flow.from),
    to: network.nameOf(flow.to),
    verdict: flow.verdict,
    ...(flow.when ? { when: flow.when } : {}),
    exact: flow.exact,
    ...(flow.route ? { hops: flow.route.length - 1, route: flow.route.map((id) => network.nameOf(id)) } : {}),
    stuck: flow.stuck.map(({ at, reason }) => ({ at: network.nameOf(at), reason })),
    ...(flow.copies ? { copies: flow.copies } : {}),
  }
}

function asRow(network: Network, flow: Flow): readonly string[] {
  const verdict = `${flow.verdict}${flow.when ? ` (${flow.when})` : ''}${flow.exact ? '' : ', a bound'}`
  const copies = flow.copies && flow.copies.max > 1 ? `, ${flow.copies.min} to ${flow.copies.max} copies` : ''
  return [
    network.nameOf(flow.from),
    network.nameOf(flow.to),
    verdict + copies,
    flow.route ? String(flow.route.length - 1) : '-',
    flow.route?.map((id) => network.nameOf(id)).join(' > ') ?? '-',
    flow.stuck.map(({ at, reason }) => `${network.nameOf(at)} (${reason})`).join(', ') || '-',
  ]
}

function tally(flows: readonly Flow[]): string {
  const count = (verdict: Flow['verdict']) => flows.filter((flow) => flow.verdict === verdict).length
  return `${count('always')} always, ${count('sometimes')} sometimes, ${count('never')} never.`
}

function readDestination(text: string | undefined): Destination | undefined {
  if (text === undefined) return undefined
  const destination = parseDestination(text)
  if (!destination) throw new UsageError('--destination takes queue://NAME or topic://NAME.')
  return destination
}

function brokerOption(name: string, text: string | undefined, network: Network) {
  if (text === undefined) return undefined
  const broker = network.design.brokers.find((candidate) => candidate.name === text)
  if (!broker) throw new UsageError(`--${name} names ${text}, and the design has no such broker.`)
  return broker.id
}
