import { COMMANDS, COMMON, type Command } from './commandTable.ts'

const INPUT = [
  'INPUT is a design file (*.json, as the page saves it), a link, or the XML files of the brokers of one network:',
  'files, folders, zip archives, - for the standard input; CloudFormation templates and .properties files that resolve',
  'placeholders too.',
  'Exit codes: 0 done; 1 done, and the answer is "no", or a file that was named could not be read; 2 wrong usage, nothing',
  'could be read, or something could not be written.',
]

/** Of one command, with all of its options. */
export function helpOf({ usage, does, options }: Command): string {
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

/** Of all commands. */
export function help(): string {
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
