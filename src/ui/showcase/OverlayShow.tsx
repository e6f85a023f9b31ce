import { useState } from 'react'
import {
  BrokerIcon,
  Button,
  CommandPalette,
  ConnectorIcon,
  DeleteIcon,
  Dialog,
  Field,
  HelpIcon,
  IconButton,
  Menu,
  MenuAt,
  MoreIcon,
  Popover,
  ShortcutSheet,
  SwitchOffIcon,
  TextArea,
  TextInput,
  useToast,
  type MenuEntry,
} from '../index.ts'
import { Group } from './Group.tsx'
import css from './Showcase.module.css'

const entries: readonly MenuEntry[] = [
  { id: 'connect', label: 'Connect to…', icon: <ConnectorIcon />, keys: 'C', onSelect: () => undefined },
  { id: 'off', label: 'Switch off', icon: <SwitchOffIcon />, keys: 'X', onSelect: () => undefined },
  {
    type: 'menu',
    id: 'move',
    label: 'Move to region',
    icon: <BrokerIcon />,
    entries: [{ id: 'eu', label: 'eu-west-1', onSelect: () => undefined }],
  },
  { type: 'line', id: 'line' },
  { id: 'delete', label: 'Delete broker', icon: <DeleteIcon />, keys: 'Delete', onSelect: () => undefined },
]

export function OverlayShow() {
  const toast = useToast()
  const [shown, setShown] = useState<'dialog' | 'sheet' | 'keys' | 'palette' | undefined>(undefined)
  const [at, setAt] = useState<{ x: number; y: number } | null>(null)
  const close = () => setShown(undefined)
  return (
    <Group title="On top">
      <div className={`${css.line} ${css.tight}`}>
        <Menu
          trigger={<IconButton kind="secondary" icon={<MoreIcon />} label="More about orders" />}
          entries={entries}
        />
        <Menu trigger={<Button>View</Button>} entries={viewEntries} />
        <Popover
          title="Explain"
          trigger={<IconButton kind="secondary" icon={<HelpIcon />} label="Explain" />}
        >
          <p>A connector is declared on one broker and points at others.</p>
          <Button size="small">Show it</Button>
        </Popover>
        <Button onClick={() => setShown('dialog')}>Dialog</Button>
        <Button onClick={() => setShown('sheet')}>Sheet</Button>
        <Button onClick={() => setShown('keys')}>Keys</Button>
        <Button onClick={() => setShown('palette')} keys="Mod+K">
          Find
        </Button>
        <Button
          onClick={() =>
            toast({ text: '4 lines changed', tone: 'done', action: { label: 'Undo', run: () => undefined } })
          }
        >
          Toast
        </Button>
        <Button onClick={() => toast({ text: 'Not saved: this browser has no room left.', tone: 'error' })}>
          Error toast
        </Button>
      </div>
      <div>
        <Button onClick={(event) => setAt({ x: event.clientX, y: event.clientY })}>Menu at a point</Button>
      </div>
      <MenuAt at={at} label="orders" entries={entries} onClose={() => setAt(null)} />
      <Dialog
        open={shown === 'dialog'}
        onOpenChange={close}
        title="Share eu-payments"
        description="The design is in the link itself, after the #."
        size="large"
        aside={<p>What they will see</p>}
        footerStart="Too long? Send a file."
        footer={
          <>
            <Button>Design file</Button>
            <Button kind="primary">Copy link</Button>
          </>
        }
      >
        <Field label="Link">
          <TextInput mono readOnly value="meshwright.example/#d1.q1YqLk1OLk4tKU5" />
        </Field>
      </Dialog>
      <Dialog open={shown === 'sheet'} onOpenChange={close} title="Why ignore it?" size="small" sheet="right">
        <Field label="Reason" help="It is kept with the design and exported.">
          <TextArea value="" onChange={() => undefined} />
        </Field>
      </Dialog>
      <Dialog open={shown === 'keys'} onOpenChange={close} title="Keys" size="medium">
        <ShortcutSheet groups={shortcuts} />
      </Dialog>
      <PaletteSample open={shown === 'palette'} onOpenChange={close} />
    </Group>
  )
}

const viewEntries: readonly MenuEntry[] = [
  { type: 'heading', id: 'show', label: 'Show' },
  { type: 'check', id: 'map', label: 'Minimap', keys: 'M', value: true, onChange: () => undefined },
  { type: 'check', id: 'key', label: 'Key', value: false, onChange: () => undefined },
  { type: 'line', id: 'line' },
  {
    type: 'radio',
    id: 'theme',
    label: 'Theme',
    value: 'system',
    options: [
      { value: 'system', label: 'As the system' },
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ],
    onChange: () => undefined,
  },
]

const shortcuts = [
  {
    title: 'Draw',
    rows: [
      { label: 'Broker', keys: ['B'] },
      { label: 'Connect to', keys: ['C'] },
      { label: 'Delete', keys: ['Delete', 'Backspace'] },
    ],
  },
  {
    title: 'Everywhere',
    rows: [
      { label: 'Find or run', keys: ['Mod+K', '/'] },
      { label: 'Undo', keys: ['Mod+Z'] },
    ],
  },
]

function PaletteSample({
  open,
  onOpenChange,
}: {
  readonly open: boolean
  readonly onOpenChange: () => void
}) {
  const [query, setQuery] = useState('')
  const [connecting, setConnecting] = useState(false)
  const names = ['hub', 'orders', 'billing', 'ledger', 'fraud']
  const brokers = names.map((label) => ({
    id: `broker-${label}`,
    label,
    detail: 'eu-west-1',
    icon: <BrokerIcon />,
    onSelect: onOpenChange,
  }))
  const connect = {
    id: 'connect',
    label: 'Connect hub to…',
    keys: 'C',
    icon: <ConnectorIcon />,
    onSelect: () => {
      setConnecting(true)
      setQuery('')
    },
  }
  const commands = { id: 'commands', heading: 'Commands', items: [connect] }
  const found = { id: 'brokers', heading: 'Brokers', items: brokers }
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      label="Find a broker or run a command"
      query={query}
      onQueryChange={setQuery}
      mode={connecting ? { label: 'Connect hub to', onLeave: () => setConnecting(false) } : undefined}
      groups={connecting ? [found] : [found, commands]}
      footer={<span>↑ ↓ choose, Enter runs</span>}
    />
  )
}
