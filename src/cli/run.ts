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
  },
  forecast: {
    run: forecast,
    usage:
      'forecast INPUT… [--destination queue://NAME|topic://NAME] [--from B] [--to B] [--off …] [--engine …] [--format text|json]',
    does: 'Says for each pair of brokers whether messages arrive always, sometimes or never, and where they stay.',
  },
  fix: {
    run: fix,
    usage: 'fix INPUT… --out DESIGN.json [--check ID]',
    does: 'Applies the quick fixes and says what each changed.',
  },
  export: {
    run: exportDesign,
    usage:
      'export INPUT… --out DIR [--format xml|connectors|summary] [--sources DIR] [--target …] [--engine …]',
    does: 'Writes the configuration of each broker, its networkConnectors element alone, or a summary. XML files are given back with only what changed.',
  },
  import: {
    run: importFiles,
    usage: 'import INPUT… --out DESIGN.json [--format text|json]',
    does: 'Makes a design of XML files, and lists what was not understood by file and line.',
  },
  diff: {
    run: diff,
    usage: 'diff A B [--format text|json]',
    does: 'Says what differs in meaning, and which files change. Exit code 1 where they differ.',
  },
  link: {
    run: link,
    usage: 'link INPUT… [--base URL]',
    does: 'Gives a link that holds the whole design.',
  },
} as const satisfies Record<string, Command>

interface Command {
  readonly run: (words: readonly string[], options: Options, io: Io) => Promise<ExitCode>
  readonly usage: string
  readonly does: string
}

/** Runs one command line. Never ends the process and never throws for what a user typed. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const { options, words } = readOptions(args)
    const [name, ...rest] = words
    if (options.help || name === 'help') {
      io.out(help())
      return 0
    }
    if (name === undefined) throw new UsageError(help())
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : undefined
    if (!command) {
      throw new UsageError(`There is no command "${name}". There are ${Object.keys(COMMANDS).join(', ')}.`)
    }
    return await command.run(rest, options, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.err(error.message)
    return 2
  }
}

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
    'INPUT is a design file (*.json, as the page saves it), a link, or the XML files of the brokers of one network',
    '(folders, CloudFormation templates and .properties files that resolve placeholders too).',
    'Exit codes: 0 done; 1 done, and the answer is "no"; 2 wrong usage, or nothing could be read.',
  ].join('\n')
}
