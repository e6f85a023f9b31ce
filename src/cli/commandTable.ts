import { check } from './commands/check.ts'
import { diff } from './commands/diff.ts'
import { exportDesign } from './commands/export.ts'
import { fix } from './commands/fix.ts'
import { forecast } from './commands/forecast.ts'
import { importFiles } from './commands/import.ts'
import { link } from './commands/link.ts'
import { UsageError, type ExitCode, type Io } from './io.ts'
import type { Options } from './options.ts'

export interface Command {
  readonly run: (words: readonly string[], options: Options, io: Io) => Promise<ExitCode>
  readonly usage: string
  readonly does: string
  /** Options of this command alone, and what each is for. No other is taken but those of all commands. */
  readonly options: readonly (readonly [string, string])[]
}

export const COMMANDS = {
  check: {
    run: check,
    usage: 'check INPUT… [--format text|json|sarif|gitlab] [--fail-on error] [--target …] [--engine …]',
    does: 'Says what is wrong. Exit code 1 where a finding is an error.',
    options: [
      ['--format text|json', 'text for people, JSON for programs'],
      ['--format sarif', 'SARIF 2.1.0, for code scanning'],
      ['--format gitlab', "GitLab's code quality report"],
      ['--fail-on error|warning|note|never', 'the mildest finding that gives exit code 1; default: error'],
      ['--quiet, -q', 'text: only the findings that give exit code 1'],
    ],
  },
  forecast: {
    run: forecast,
    usage:
      'forecast INPUT… [--destination queue://NAME|topic://NAME] [--from B] [--to B] [--off …] [--engine …] [--format text|json]',
    does: 'Says for each pair of brokers whether messages arrive always, sometimes or never, and where they stay.',
    options: [
      ['--destination queue://NAME', 'or topic://NAME; default: a queue that no filter names'],
      ['--from B, --to B', 'one broker to send on, one to consume on; default: every pair'],
      ['--off broker:B', 'also connector:B/NAME, region:R, instance:B/1; may be given again'],
      ['--format text|json', 'text for people, JSON for programs'],
    ],
  },
  fix: {
    run: fix,
    usage: 'fix INPUT… --write | --out DIR | --out DESIGN.json | --dry-run [--check ID]',
    does: 'Applies the quick fixes and shows what each changed. In XML files only the lines of a fix change.',
    options: [
      ['--write', 'into the XML files themselves'],
      ['--out DIR', 'the XML files that change, into a folder'],
      ['--out DESIGN.json', 'the mended design'],
      ['--dry-run', 'shows what would change, and writes nothing'],
      ['--check ID', 'mends what this check finds alone; may be given again'],
      ['--quiet, -q', 'says nothing but problems'],
    ],
  },
  export: {
    run: exportDesign,
    usage:
      'export INPUT… --out DIR [--format xml|connectors|summary] [--sources DIR] [--strip] [--target …] [--engine …]',
    does: 'Writes the configuration of each broker, its networkConnectors element alone, or a summary. XML files are given back with only what changed.',
    options: [
      ['--out DIR', 'the folder for the files'],
      ['--format xml', 'whole documents; XML inputs come back with only what changed'],
      ['--format connectors', '<networkConnectors> of each broker alone'],
      ['--format summary', 'one page in Markdown'],
      ['--sources DIR', 'the files that the design was imported from, to be patched'],
      ['--strip', 'also takes out of Amazon MQ files what AWS would remove or refuse'],
      ['--quiet, -q', 'says nothing but problems'],
    ],
  },
  import: {
    run: importFiles,
    usage: 'import INPUT… --out DESIGN.json [--format text|json]',
    does: 'Makes a design of XML files, and lists what was not understood by file and line.',
    options: [
      ['--out DESIGN.json', 'where the design goes'],
      ['--format text|json', 'JSON holds counts, questions, what the target strips, and problems'],
    ],
  },
  diff: {
    run: diff,
    usage: 'diff A B [--format text|json]',
    does: 'Says what differs in meaning, which files change, who reaches whom, and in which order to roll it out and back. Exit code 1 where they differ.',
    options: [['--format text|json', 'text for people, JSON for programs']],
  },
  link: {
    run: link,
    usage: 'link INPUT… [--base URL]',
    does: 'Gives a link that holds the whole design.',
    options: [['--base URL', 'the page that opens it; default: where npm start serves it']],
  },
} as const satisfies Record<string, Command>

/** What every command takes. */
export const COMMON: readonly (readonly [string, string])[] = [
  ['--target self-managed|amazon-mq', 'where the brokers run, whatever the input says'],
  ['--engine 5.19', 'their version or its line, whatever the input says'],
]

/** @throws UsageError that names them all */
export function commandOf(name: string): Command {
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name as keyof typeof COMMANDS]
  throw new UsageError(`There is no command "${name}". There are ${Object.keys(COMMANDS).join(', ')}.`)
}

/** @throws UsageError for an option that is another command's: it would be passed over without a word */
export function onlyOwn(name: string, { options }: Command, given: Options): void {
  const known = new Set(
    [...options, ...COMMON].flatMap(([text]) => [...text.matchAll(/--([a-z-]+)/g)].map((match) => match[1])),
  )
  const stray = Object.keys(given).find((option) => !known.has(option))
  if (stray !== undefined) throw new UsageError(`${name} takes no --${stray}. See meshwright ${name} --help.`)
}
