import { useState } from 'react'
import {
  Button,
  Checkbox,
  ChevronDownIcon,
  ChoiceCards,
  CodeIcon,
  Combobox,
  CopyButton,
  CopyIcon,
  DuplexIcon,
  EditableName,
  Field,
  FixIcon,
  IconButton,
  LinkIcon,
  NumberInput,
  OneWayIcon,
  PlaceIcon,
  QueueIcon,
  RedoIcon,
  SearchIcon,
  Segmented,
  Select,
  ShowIcon,
  Switch,
  TextArea,
  TextInput,
  TextLink,
  TopicIcon,
  UndoIcon,
} from '../index.ts'
import { Group } from './Group.tsx'
import css from './Showcase.module.css'

export function ControlsShow() {
  const [on, setOn] = useState(true)
  const [off, setOff] = useState(false)
  const [way, setWay] = useState<'one-way' | 'duplex'>('duplex')
  const [name, setName] = useState('hub-to-billing')
  return (
    <>
      <Group title="Controls">
        <div className={`${css.line} ${css.tight}`}>
          <Button kind="primary">Apply fix</Button>
          <Button>Share</Button>
          <Button kind="quiet">Ignore…</Button>
          <Button disabled>Redo</Button>
          <Button unavailable="There is nothing to copy yet. Draw a broker first.">Copy</Button>
          <IconButton icon={<UndoIcon />} label="Undo connect hub to b" keys="Mod+Z" />
          <IconButton
            icon={<RedoIcon />}
            label="Redo"
            keys="Mod+Shift+Z"
            unavailable="There is nothing to redo."
          />
          <span className={css.sep} />
          <Switch aria-label="On" value={on} onChange={setOn} />
          <Switch aria-label="Off" value={off} onChange={setOff} />
          <Checkbox aria-label="Checked" value={on} onChange={setOn} />
          <Checkbox aria-label="Not checked" value={off} onChange={setOff} />
          <Checkbox aria-label="Some" value="mixed" onChange={setOff} />
        </div>
        <div className={`${css.line} ${css.tight}`}>
          <Button kind="primary" keys="Mod+." icon={<FixIcon />}>
            Apply fix
          </Button>
          <Button kind="primary" endIcon={<ChevronDownIcon size={14} />}>
            Export
          </Button>
          <Button icon={<LinkIcon />}>Share</Button>
          <Button pressed icon={<ShowIcon />}>
            Pressed
          </Button>
          <Button busy>Checking</Button>
          <Button kind="link" icon={<CopyIcon />}>
            Move to billing
          </Button>
        </div>
        <div className={`${css.line} ${css.tight}`}>
          <Button size="small" kind="primary">
            Copy link
          </Button>
          <Button size="small">Show fix</Button>
          <Button size="small" kind="quiet">
            Cancel
          </Button>
          <IconButton size="small" icon={<CopyIcon size={14} />} label="Copy the XML" />
          <IconButton size="small" pressed icon={<ShowIcon size={14} />} label="Show the route" />
          <Segmented
            aria-label="Direction"
            value={way}
            onChange={setWay}
            options={[
              { value: 'one-way', label: 'One-way', icon: <OneWayIcon /> },
              { value: 'duplex', label: 'Duplex', icon: <DuplexIcon /> },
            ]}
          />
          <CopyButton label="Copy link" copy={() => Promise.resolve()} />
          <TextLink href="#source" external>
            Source
          </TextLink>
        </div>
        <EditableName label="Name of the connector" value={name} onCommit={setName} check={checkName} />
      </Group>
      <FieldsShow />
    </>
  )
}

function checkName(name: string) {
  return name.trim() === '' ? 'A connector needs a name.' : undefined
}

function FieldsShow() {
  const [text, setText] = useState('payments')
  const [hops, setHops] = useState<number | undefined>(1)
  const [kind, setKind] = useState<'queue' | 'topic'>('queue')
  const [region, setRegion] = useState('eu-west-1')
  const [share, setShare] = useState<'own' | 'read-only' | 'embed'>('read-only')
  return (
    <Group title="Fields">
      <div className={css.fields}>
        <Field label="Name" help="As the broker's file has it.">
          <TextInput value={text} onCommit={setText} />
        </Field>
        <Field label="Network TTL" problem={{ severity: 'error', text: 'Spokes need 2.' }}>
          <NumberInput value={hops} min={-1} unit={(n) => (n === 1 ? 'hop' : 'hops')} onCommit={setHops} />
        </Field>
        <Field label="Address" problem={{ severity: 'warning', text: 'Another broker has it too.' }}>
          <TextInput mono value="tcp://hub:61616" onCommit={() => undefined} />
        </Field>
        <Field label="Version">
          <TextInput readOnly value="5.19" />
        </Field>
        <Field label="Locked">
          <TextInput disabled value="read-only" />
        </Field>
        <Field label="Find">
          <TextInput
            type="search"
            size="medium"
            icon={<SearchIcon size={14} />}
            placeholder="Find a broker"
            value=""
            onChange={() => undefined}
          />
        </Field>
        <Field label="Destination">
          <Select
            value={kind}
            onChange={setKind}
            options={[
              { value: 'queue', label: 'Queue', icon: <QueueIcon size={14} />, detail: 'one receives' },
              { value: 'topic', label: 'Topic', icon: <TopicIcon size={14} />, detail: 'all receive' },
            ]}
          />
        </Field>
        <Field label="Region" aside="any name">
          <Combobox
            mono
            icon={<PlaceIcon size={14} />}
            value={region}
            onCommit={setRegion}
            suggestions={[
              { value: 'eu-west-1', detail: 'Ireland' },
              { value: 'eu-central-1', detail: 'Frankfurt' },
              { value: 'us-east-1', detail: 'N. Virginia' },
            ]}
          />
        </Field>
        <Field label="Note" help="Markdown is kept as it is.">
          <TextArea value="The hub takes what the edges send." onCommit={() => undefined} />
        </Field>
      </div>
      <div className={css.line}>
        <Select
          aria-label="Target"
          prefix="Target"
          size="medium"
          value="amazon-mq"
          onChange={() => undefined}
          options={[
            { value: 'amazon-mq', label: 'Amazon MQ 5.19', group: 'Amazon MQ' },
            { value: 'amazon-mq-5.18', label: 'Amazon MQ 5.18', group: 'Amazon MQ' },
            { value: 'classic', label: 'ActiveMQ Classic 6.1', group: 'Your own' },
          ]}
        />
      </div>
      <ChoiceCards
        label="Kind of link"
        value={share}
        onChange={setShare}
        options={[
          { value: 'own', label: 'Own copy', detail: 'Theirs to change', icon: <CopyIcon /> },
          { value: 'read-only', label: 'Read-only', detail: 'Look, do not touch', icon: <ShowIcon /> },
          { value: 'embed', label: 'Embed', detail: 'In a page or wiki', icon: <CodeIcon /> },
        ]}
      />
      <div>
        <Checkbox label="Where things stand on the drawing" end="+96" value onChange={() => undefined} />
        <Checkbox
          label="Reasons for ignored findings"
          end="none yet"
          value={false}
          onChange={() => undefined}
        />
        <Checkbox
          label="User names"
          detail="Passwords never travel in a link."
          value="mixed"
          onChange={() => undefined}
        />
      </div>
    </Group>
  )
}
