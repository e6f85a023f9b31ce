import type { BrokerId } from '../design/ids.ts'
import type { Problem } from '../outcome.ts'
import type { Placeholder } from '../targets/placeholder.ts'

/** Gathers what is said about a file while it is written: each placeholder and each sentence once. */
export class Notes {
  readonly #placeholders = new Map<string, Placeholder>()
  readonly #problems = new Map<string, Problem>()

  get placeholders(): readonly Placeholder[] {
    return [...this.#placeholders.values()]
  }

  get problems(): readonly Problem[] {
    return [...this.#problems.values()]
  }

  problem(code: string, message: string): void {
    this.#problems.set(message, { code, message })
  }

  placeholder(placeholder: Placeholder): void {
    const key = `${placeholder.kind} ${placeholder.text}`
    if (!this.#placeholders.has(key)) this.#placeholders.set(key, placeholder)
  }

  /**
   * Every `${key}` in a text becomes a placeholder, unless it is one already, the installation sets it, or it brings its
   * own default along: `${key:default}`.
   */
  expressions(text: string, broker: BrokerId): void {
    for (const [whole, key = ''] of text.matchAll(/\$\{([^{}:]*)\}/g)) {
      const known = [...this.#placeholders.values()].some((placeholder) => placeholder.text === whole)
      if (known || SET_BY_INSTALLATION.has(key)) continue
      this.placeholder({ kind: 'property', text: whole, broker, message: `The value of ${key}.` })
    }
  }
}

/** System properties that the start script of an ActiveMQ installation sets (bin/activemq, bin/env). */
const SET_BY_INSTALLATION: ReadonlySet<string> = new Set([
  'activemq.base',
  'activemq.conf',
  'activemq.data',
  'activemq.home',
])
