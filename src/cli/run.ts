import { commandOf, onlyOwn } from './commandTable.ts'
import { help, helpOf } from './help.ts'
import { UsageError, type ExitCode, type Io } from './io.ts'
import { readOptions } from './options.ts'
import { reasonOf } from './reason.ts'

/** Runs one command line. Never ends the process and never throws for what a user typed. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const { options, words } = readOptions(args)
    const [name, ...rest] = words
    if (options.version || name === 'version') {
      io.out(`meshwright ${io.version ?? ''}`.trimEnd())
      return 0
    }
    if (options.help || name === 'help') {
      const asked = name === 'help' ? rest[0] : name
      io.out(asked === undefined ? help() : helpOf(commandOf(asked)))
      return 0
    }
    if (name === undefined) throw new UsageError(help())
    const command = commandOf(name)
    onlyOwn(name, command, options)
    return await command.run(rest, options, { ...io, writeFile: (...file) => write(io, ...file) })
  } catch (error) {
    io.err(error instanceof UsageError ? error.message : fault(error))
    return 2
  }
}

async function write(io: Io, path: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await io.writeFile(path, bytes)
  } catch (error) {
    throw new UsageError(`${path} could not be written: ${reasonOf(error)}.`)
  }
}

/** Nothing that somebody types should lead here. A pipeline must not take it for an answer. */
function fault(error: unknown): string {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const where = stack.split('\n').slice(1, 4).join('\n')
  return `Meshwright broke off: ${message}. This is a fault of Meshwright itself; report it with the lines below.\n${where}`
}
