import { parseArgs } from 'node:util'
import { applyEdit, parseEngine, type Document, type TargetId } from '@meshwright/model'
import { UsageError } from './io.ts'

const OPTIONS = {
  target: { type: 'string' },
  engine: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  check: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
  write: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  strip: { type: 'boolean' },
  destination: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  off: { type: 'string', multiple: true },
  base: { type: 'string' },
  sources: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

export type Options = {
  readonly [Key in keyof typeof OPTIONS]?: (typeof OPTIONS)[Key] extends { readonly multiple: true }
    ? readonly string[]
    : (typeof OPTIONS)[Key] extends { readonly type: 'boolean' }
      ? boolean
      : string
}

/** Takes a command line apart. @throws UsageError for an option that no command has. */
export function readOptions(args: readonly string[]): {
  readonly options: Options
  readonly words: readonly string[]
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    })
    return { options: values, words: positionals }
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. See meshwright --help.`)
  }
}

/** One of a list of words. @throws UsageError that names them all. */
export function choice<Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly [Word, ...Word[]],
): Word {
  if (value === undefined) return words[0]
  const word = words.find((candidate) => candidate === value)
  if (!word) throw new UsageError(`--${name} takes ${words.join(', ')}; "${value}" is none of them.`)
  return word
}

/**
 * Lets `--target` and `--engine` override what the design says, for every broker. An engine is a version or its line.
 * @throws UsageError for a target or a version that is none.
 */
export function withOverrides(document: Document, options: Options): Document {
  const fields: { target?: TargetId; engine?: string } = {}
  if (options.target !== undefined)
    fields.target = choice('target', options.target, ['self-managed', 'amazon-mq'])
  if (options.engine !== undefined) {
    if (!parseEngine(options.engine))
      throw new UsageError(`--engine takes a version such as 5.19; "${options.engine}" is none.`)
    fields.engine = options.engine
  }
  if (Object.keys(fields).length === 0) return document
  let next = applyEdit(document, {
    type: 'set-design',
    fields,
  })
  for (const { id } of document.design.brokers) {
    next = applyEdit(next, {
      type: 'set-broker',
      id,
      fields: { ...(fields.target ? { target: null } : {}), ...(fields.engine ? { engine: null } : {}) },
    })
  }
  return next
}
