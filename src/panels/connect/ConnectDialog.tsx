import { isBrokerId, type BrokerId } from '@meshwright/model'
import { useEffect, useRef, useState } from 'react'
import { connect } from '../../store/gestures/connect.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { CommandPalette as Palette, ConnectorIcon, KeyCap, type CommandGroup } from '../../ui/index.ts'
import { ElementIcon } from '../common/ElementIcon.tsx'
import { show, useNetwork } from '../common/useDesign.ts'
import type { DialogProps } from '../props.ts'
import { connectSources, connectTargets, type ConnectTarget } from './connectTargets.ts'

/** Draws a connector from the keyboard: type the target, Enter makes it duplex, Shift+Enter one-way. */
export function ConnectDialog({ onClose }: DialogProps) {
  const store = useStoreApi()
  const network = useNetwork()
  const given = useStore((state) => state.session.connectFrom)
  const [from, setFrom] = useState<BrokerId | undefined>(given)
  const [query, setQuery] = useState('')
  const isOneWay = useShiftHeld()
  const close = () => {
    store.getState().setSession({ lit: [] })
    onClose()
  }
  const choose = (id: BrokerId) => {
    if (!from) {
      setFrom(id)
      setQuery('')
      return
    }
    const made = connect(store, from, id, { duplex: !isOneWay.current })
    close()
    if (made) show(store, [made])
  }
  const targets = from ? connectTargets(network, from) : connectSources(network)
  const group = (id: string, heading: string, members: readonly ConnectTarget[]): CommandGroup => ({
    id,
    heading,
    items: members.map((target) => ({
      id: target.id,
      label: target.name,
      detail: target.detail,
      icon: <ElementIcon look={target.look} />,
      onSelect: () => choose(target.id),
    })),
  })
  const name = from && network.nameOf(from)
  return (
    <Palette
      open
      onOpenChange={(open) => !open && close()}
      label={name ? `Connect ${name} to` : 'Connect: choose the broker that declares it'}
      query={query}
      onQueryChange={setQuery}
      placeholder={name ? 'Type the name of the other broker' : 'Which broker declares it?'}
      groups={
        from
          ? [
              group(
                'free',
                'Brokers',
                targets.filter(({ isConnected }) => !isConnected),
              ),
              group(
                'joined',
                'Connected already',
                targets.filter(({ isConnected }) => isConnected),
              ),
            ]
          : [group('sources', 'Declared on', targets)]
      }
      {...(name
        ? {
            mode: {
              label: `Connect ${name} to`,
              icon: <ConnectorIcon size={14} />,
              onLeave: given ? close : () => setFrom(undefined),
            },
          }
        : {})}
      onHighlight={(id) =>
        store.getState().setSession({ lit: isBrokerId(id) ? [...(from ? [from] : []), id] : [] })
      }
      empty={from ? 'No other broker has such a name.' : 'No broker has such a name.'}
      footer={
        name && (
          <>
            <span>
              <KeyCap keys="Enter" /> duplex
            </span>
            <span>
              <KeyCap keys="Shift+Enter" /> one-way, from {name}
            </span>
          </>
        )
      }
    />
  )
}

/** Whether Shift was down at the last key: what is chosen by Shift+Enter is one-way. */
function useShiftHeld() {
  const held = useRef(false)
  useEffect(() => {
    const look = (event: KeyboardEvent | PointerEvent) => {
      held.current = event.shiftKey
    }
    addEventListener('keydown', look, true)
    addEventListener('pointerdown', look, true)
    return () => {
      removeEventListener('keydown', look, true)
      removeEventListener('pointerdown', look, true)
    }
  }, [])
  return held
}
