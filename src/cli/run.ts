import { check } from './commands/check.ts'
import { diff } from './commands/diff.ts'
import { exportDesign } from './commands/export.ts'
import { fix } from './commands/fix.ts'
import { forecast } from './commands/forecast.ts'
import { importFiles } from './commands/import.ts'
import { link } from './commands/link.ts'
import { UsageError, type ExitCode, type Io } from './io.ts'
import { readOptions, type Options } from './options.ts'

const COMMANDS = {
  check: {
    run: check,
    usage: 'check INPUT… [--target self-managed|amazon-mq] [--engine 5.19] [--format text|json|sarif]',
    does: 'Says what is wrong. Exit code 1 where a finding is an error.',
    options: [
      ['--format text|json|sarif', 'text for people, JSON for programs, SARIF 2.1.0 for code review'],
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
    usage: 'fix INPUT… --out DESIGN.json [--check ID]',
    does: 'Applies the quick fixes and says what each changed.',
    options: [
      ['--out DESIGN.json', 'where the mended design goes'],
      ['--check ID', 'mends what this check finds alone'],
    ],
  },
  export: {
    run: exportDesign,
    usage:
      'export INPUT… --out DIR [--format xml|connectors|summary] [--sources DIR] [--target …] [--engine …]',
    does: 'Writes the configuration of each broker, its networkConnectors element alone, or a summary. XML files are given back with only what changed.',
    options: [
      ['--out DIR', 'the folder for the files'],
      ['--format xml', 'whole documents; XML inputs come back with only what changed'],
      ['--format connectors', '<networkConnectors> of each broker alone'],
      ['--format summary', 'one page in Markdown'],
      ['--sources DIR', 'the files that the design was imported from, to be patched'],
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

interface Command {
  readonly run: (words: readonly string[], options: Options, io: Io) => Promise<ExitCode>
  readonly usage: string
  readonly does: string
  /** Options of this command alone, and what each is for. */
  readonly options?: readonly (readonly [string, string])[]
}

/** Runs one command line. Never ends the process and never throws for what a user typed. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const { options, words } = readOptions(args)
    const [name, ...rest] = words
    if (options.version) {
      io.out(`meshwright ${io.version ?? ''}`.trimEnd())
      return 0
    }
    if (options.help || name === 'help') {
      const asked = name === 'help' ? rest[0] : name
      io.out(asked === undefined ? help() : helpOf(commandOf(asked)))
      return 0
    }
    if (name === undefined) throw new UsageError(help())
    return await commandOf(name).run(rest, options, { ...io, writeFile: (...file) => write(io, ...file) })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.err(error.message)
    return 2
  }
}

function commandOf(name: string): Command {
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name as keyof typeof COMMANDS]
  throw new UsageError(`There is no command "${name}". There are ${Object.keys(COMMANDS).join(', ')}.`)
}

async function write(io: Io, path: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await io.writeFile(path, bytes)
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    throw new UsageError(`${path} could not be written: ${REASONS[code] ?? message}.`)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'nobody here may write there',
  EPERM: 'nobody here may write there',
  EROFS: 'nothing can be written there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a folder on the way is a file',
  EEXIST: 'a folder on the way is a file',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'the disk is full',
}

function helpOf({ usage, does, options = [] }: Command): string {
  const rows = [...options, ...COMMON]
  const width = Math.max(...rows.map(([option]) => option.length))
  return [
    `meshwright ${usage}`,
    '',
    does,
    '',
    ...rows.map(([option, text]) => `  ${option.padEnd(width)}  ${text}`),
    '',
    ...INPUT,
  ].join('\n')
}

const COMMON: readonly (readonly [string, string])[] = [
  ['--target self-managed|amazon-mq', 'where the brokers run, whatever the input says'],
  ['--engine 5.19', 'their version or its line, whatever the input says'],
]

const INPUT = [
  'INPUT is a design file (*.json, as the page saves it), a link, or the XML files of the brokers of one network',
  '(folders, CloudFormation templates and .properties files that resolve placeholders too).',
  'Exit codes: 0 done; 1 done, and the answer is "no"; 2 wrong usage, or nothing could be read.',
]

function help(): string {
  const lines = Object.values(COMMANDS).flatMap(({ usage, does }) => [
    `  meshwright ${usage}`,
    `      ${does}`,
  ])
  return [
    'Meshwright: networks of ActiveMQ brokers.',
    '',
    ...lines,
    '',
    'meshwright COMMAND --help says more of one command.',
    '',
    ...INPUT,
  ].join('\n')
}
