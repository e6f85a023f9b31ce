import type { Document } from '../design/document.ts'
import type { TargetId } from '../targets/target.ts'

/** What a topology can be asked for. */
export type Parameter =
  | {
      readonly id: string
      readonly kind: 'number'
      readonly label: string
      readonly min: number
      readonly max: number
      readonly default: number
    }
  | {
      readonly id: string
      readonly kind: 'choice'
      readonly label: string
      readonly options: readonly { readonly id: string; readonly label: string }[]
      readonly default: string
    }
  | { readonly id: string; readonly kind: 'switch'; readonly label: string; readonly default: boolean }

/** The little drawing that stands for a topology. */
export type TopologyShape =
  | 'mesh'
  | 'hub-and-spoke'
  | 'concentrator'
  | 'chain'
  | 'tree'
  | 'cross-region'
  | 'two-sites'

/** Values by parameter; what is missing or does not fit is the default. */
export type Values = Readonly<Record<string, number | string | boolean>>

/** A topology that is made to measure. */
export interface Topology {
  readonly id: string
  readonly title: string
  readonly shape: TopologyShape
  /** What it is good for. */
  readonly description: string
  /** What to notice in the drawing and in the settings. */
  readonly lookAt: string
  readonly parameters: readonly Parameter[]
  readonly make: (ask: Ask) => Document
}

/** The values of one request, each of its kind and within its limits. */
export interface Ask {
  readonly target: TargetId
  number(id: string): number
  choice(id: string): string
  isOn(id: string): boolean
}

export const TARGET: Parameter = {
  id: 'target',
  kind: 'choice',
  label: 'Runs on',
  options: [
    { id: 'self-managed', label: 'Self-managed brokers' },
    { id: 'amazon-mq', label: 'Amazon MQ' },
  ],
  default: 'self-managed',
}

export function howMany(id: string, label: string, min: number, max: number, usual: number): Parameter {
  return { id, kind: 'number', label, min, max, default: usual }
}

export function choice(id: string, label: string, ...options: readonly [string, string][]): Parameter {
  return {
    id,
    kind: 'choice',
    label,
    options: options.map(([option, words]) => ({ id: option, label: words })),
    default: options[0]?.[0] ?? '',
  }
}

export function onOff(id: string, label: string, usual = false): Parameter {
  return { id, kind: 'switch', label, default: usual }
}

/** Reads values against the parameters: whole numbers within limits, options that there are. */
export function askFor(parameters: readonly Parameter[], values: Values): Ask {
  const valueOf = (id: string): number | string | boolean => {
    const parameter = parameters.find((other) => other.id === id)
    if (!parameter) throw new Error(`A topology asks for "${id}", which is not one of its parameters.`)
    const value = Object.hasOwn(values, id) ? values[id] : undefined
    switch (parameter.kind) {
      case 'number':
        if (typeof value !== 'number' || !Number.isFinite(value)) return parameter.default
        return Math.min(parameter.max, Math.max(parameter.min, Math.round(value)))
      case 'choice':
        return parameter.options.some((option) => option.id === value) ? String(value) : parameter.default
      case 'switch':
        return typeof value === 'boolean' ? value : parameter.default
    }
  }
  return {
    target: valueOf('target') === 'amazon-mq' ? 'amazon-mq' : 'self-managed',
    number: (id) => Number(valueOf(id)),
    choice: (id) => String(valueOf(id)),
    isOn: (id) => valueOf(id) === true,
  }
}
