import type { Tool } from './session.ts'

/** The kind of data a palette item carries while it is dragged; its value is a `Tool`. */
export const TOOL_TYPE = 'application/x-meshwright'

/** What can be taken from the palette, with the action whose key does the same. */
export const TOOLS = {
  broker: { name: 'Broker', action: 'add-broker', hint: 'Click where the broker shall stand.' },
  pair: { name: 'Pair', action: 'add-pair', hint: 'Click where the pair shall stand.' },
  region: { name: 'Region', action: 'add-region', hint: 'Click, or drag open, where the region shall lie.' },
  external: { name: 'Outside', action: 'add-external', hint: 'Click where the outside broker shall stand.' },
  client: { name: 'Client', action: 'add-consumer', hint: 'Click the broker that the client connects to.' },
  note: { name: 'Note', action: 'add-note', hint: 'Click where the note shall stand.' },
} as const satisfies Readonly<Record<Exclude<Tool, 'select'>, { name: string; action: string; hint: string }>>
