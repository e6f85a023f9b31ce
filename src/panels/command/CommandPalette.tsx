import { useState, type ReactNode } from 'react'
import { actionOf, runAction } from '../../store/actions/index.ts'
import { touchedBy } from '../../store/checks/findings.ts'
import { openFinding } from '../../store/gestures/findings.ts'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import { CommandPalette as Palette, ICONS, KeyCap, SeverityMark } from '../../ui/index.ts'
import { ElementIcon } from '../common/ElementIcon.tsx'
import { show, useNetwork } from '../common/useDesign.ts'
import type { DialogProps } from '../props.ts'
import css from './Command.module.css'
import { paletteGroups, type PaletteEntry } from './paletteGroups.ts'

/** Finds a broker, a connector, a finding, or runs a command. */
export function CommandPalette({ onClose }: DialogProps) {
  const store = useStoreApi()
  const network = useNetwork()
  const state = useStore((all) => all)
  const findings = useFindings()
  const [query, setQuery] = useState(state.session.dialogText ?? '')
  const groups = paletteGroups(state, network, findings, query)
  const entries = new Map(groups.flatMap((group) => group.entries.map((entry) => [entry.id, entry] as const)))
  const close = () => {
    store.getState().setSession({ lit: [] })
    onClose()
  }
  const choose = (entry: PaletteEntry) => {
    // Closed first: an action may open a dialog of its own.
    close()
    if (entry.kind === 'command') runAction(store, entry.action)
    else if (entry.kind === 'element') show(store, [entry.element])
    else openFinding(store, entry.finding)
  }
  const light = (id: string) => {
    const entry = entries.get(id)
    store.getState().setSession({
      lit:
        entry?.kind === 'element'
          ? [entry.element]
          : entry?.kind === 'finding'
            ? touchedBy(entry.finding)
            : [],
    })
  }
  return (
    <Palette
      open
      onOpenChange={(open) => !open && close()}
      label="Find a broker or run a command"
      query={query}
      onQueryChange={setQuery}
      filters={false}
      groups={groups.map((group) => ({
        ...group,
        items: group.entries.map((entry) => ({
          id: entry.id,
          label: entry.label,
          detail: entry.detail,
          icon: iconOf(entry),
          keys: entry.kind === 'command' ? entry.keys : undefined,
          onSelect: () => choose(entry),
        })),
      }))}
      onHighlight={light}
      footer={
        <>
          {(['>', '@', '#'] as const).map((sign) => (
            <span key={sign}>
              <KeyCap keys={sign} /> {{ '>': 'commands', '@': 'brokers', '#': 'findings' }[sign]}
            </span>
          ))}
        </>
      }
    />
  )
}

function iconOf(entry: PaletteEntry): ReactNode {
  switch (entry.kind) {
    case 'command': {
      const { icon } = actionOf(entry.action)
      const Glyph = icon && ICONS[icon]
      return Glyph ? <Glyph /> : <span className={css.noIcon} />
    }
    case 'element':
      return <ElementIcon look={entry.look} />
    default:
      return <SeverityMark severity={entry.finding.severity} label={entry.finding.severity} />
  }
}
