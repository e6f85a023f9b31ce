import type { Connector, Design } from '../design.ts'
import { kindOf, type ElementId } from '../ids.ts'
import type { Edit } from './edit.ts'
import { patch, type Patch } from './patch.ts'

/** What a fix may do to thousands of connectors at once. */
export type ConnectorEdit = Extract<Edit, { type: 'add-connector' | 'set-settings' | 'set-filter' }>

export function isOfConnector(edit: Edit): edit is ConnectorEdit {
  return edit.type === 'set-settings' || edit.type === 'set-filter' || edit.type === 'add-connector'
}

/** Sets and adds connectors in one pass over them, each as the one before left the design. */
export function editConnectors(design: Design, edits: readonly ConnectorEdit[]): Design {
  const connectors = new Map<string, Connector>(
    design.connectors.map((connector) => [connector.id, connector]),
  )
  const { regions, brokers, clients, notes } = design
  const others = new Set<string>(
    [regions, brokers, clients, notes].flatMap((list) => list.map(({ id }) => id)),
  )
  const isThere = (id: ElementId) => (kindOf(id) === 'connector' ? connectors : others).has(id)
  let isSame = true
  for (const edit of edits) {
    if (edit.type === 'add-connector') {
      const { id } = edit.connector
      if (isThere(id) || !endsOf(edit.connector).every((end) => !end || isThere(end))) continue
      connectors.set(id, edit.connector)
      isSame = false
      continue
    }
    const connector = connectors.get(edit.id)
    const changed = connector && editConnector(connector, edit)
    if (!changed || changed === connector) continue
    connectors.set(edit.id, changed)
    isSame = false
  }
  return isSame ? design : { ...design, connectors: [...connectors.values()] }
}

function editConnector(
  connector: Connector,
  edit: Exclude<ConnectorEdit, { type: 'add-connector' }>,
): Connector {
  if (edit.type === 'set-filter') {
    const filters = patch(connector.filters, { [edit.list]: edit.destinations })
    return filters === connector.filters ? connector : { ...connector, filters }
  }
  const settings = patch(connector.settings, edit.settings)
  return settings === connector.settings ? connector : { ...connector, settings }
}

/** The brokers that a connector, or a change of one, names. */
export function endsOf({ from, to, alsoTo }: Patch<Pick<Connector, 'from' | 'to' | 'alsoTo'>>) {
  return [from, to, ...(alsoTo ?? [])]
}
