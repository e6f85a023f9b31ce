import { formatDestination, parseDestination, type Client, type Network, type Patch } from '@meshwright/model'
import { rename } from '../../store/gestures/change.ts'
import { useStoreApi } from '../../store/react.ts'
import {
  Combobox,
  ConsumerIcon,
  EditableName,
  NumberInput,
  ProducerIcon,
  Segmented,
  Select,
  SettingRow,
  Switch,
  TextInput,
} from '../../ui/index.ts'
import { ElementChip } from '../common/ElementChip.tsx'
import { clientTitle } from '../common/elementNames.ts'
import { useReadOnly } from '../common/useDesign.ts'
import { ElementFindings } from './ElementFindings.tsx'
import { matchesInWords } from './filters/filterEntries.ts'
import css from './Inspector.module.css'
import { knownDestinations } from '../common/knownDestinations.ts'

const ROLES = [
  { value: 'producer', label: 'Producer', icon: <ProducerIcon /> },
  { value: 'consumer', label: 'Consumer', icon: <ConsumerIcon /> },
] as const

/** A producer or a consumer: where it connects and what it sends or takes. */
export function ClientInspector({ network, client }: { readonly network: Network; readonly client: Client }) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const { design } = network
  const isConsumer = client.role === 'consumer'
  const set = (fields: Patch<Omit<Client, 'id'>>, what: string) =>
    store
      .getState()
      .edit({ type: 'set-client', id: client.id, fields }, { label: `${what} of ${clientTitle(client)}` })
  return (
    <div className={css.identity}>
      <EditableName
        value={clientTitle(client)}
        label="Name of the client"
        readOnly={readOnly}
        onCommit={(name) => rename(store, client.id, name)}
      />
      <ElementFindings id={client.id} />
      <div className={css.facts}>
        <SettingRow label="Role" changed>
          <Segmented
            value={client.role}
            options={ROLES}
            disabled={readOnly}
            onChange={(role) => set({ role }, 'change the role')}
          />
        </SettingRow>
        <SettingRow label="Connects to" changed meaning="The broker it is attached to.">
          {readOnly ? (
            <ElementChip id={client.broker} />
          ) : (
            <Select
              value={client.broker}
              options={design.brokers.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(broker) => set({ broker }, 'change the broker')}
            />
          )}
        </SettingRow>
        <SettingRow
          label={isConsumer ? 'Takes from' : 'Sends to'}
          changed
          meaning={
            isConsumer
              ? 'A queue or a topic; a consumer may take a pattern such as orders.>.'
              : 'A queue or a topic: queue://orders, topic://prices.'
          }
          {...(isConsumer ? { detail: matchesInWords(client.destination) } : {})}
        >
          <Combobox
            value={formatDestination(client.destination)}
            mono
            suggestions={knownDestinations(design).map((value) => ({ value }))}
            readOnly={readOnly}
            check={(text) =>
              parseDestination(text) ? undefined : 'A client needs a destination, such as queue://orders.'
            }
            onCommit={(text) => {
              const destination = parseDestination(text)
              if (destination) set({ destination }, 'change the destination')
            }}
          />
        </SettingRow>
      </div>
      <div className={css.rows}>
        <SettingRow
          label="How many alike"
          changed={client.count !== undefined}
          onReset={readOnly ? undefined : () => set({ count: null }, 'reset the count')}
          meaning="Several clients that are the same but for their connection."
        >
          <NumberInput
            value={client.count ?? 1}
            min={1}
            readOnly={readOnly}
            onCommit={(count) => set({ count: count === 1 ? null : (count ?? null) }, 'set the count')}
          />
        </SettingRow>
        <SettingRow
          label={isConsumer ? 'Answers requests' : 'Waits for replies'}
          changed={client.replies === true}
          meaning={
            isConsumer
              ? 'It answers on the temporary queue that a request names, so the answer must find its way back.'
              : 'It sends requests and waits for answers on a temporary queue, so they must find their way back.'
          }
        >
          <Switch
            value={client.replies === true}
            words={['yes', 'no']}
            disabled={readOnly}
            onChange={(replies) => set({ replies: replies || null }, 'change replies')}
          />
        </SettingRow>
        {isConsumer && <ConsumerRows client={client} readOnly={readOnly} set={set} />}
      </div>
    </div>
  )
}

interface ConsumerRowsProps {
  readonly client: Client
  readonly readOnly: boolean
  readonly set: (fields: Patch<Omit<Client, 'id'>>, what: string) => void
}

function ConsumerRows({ client, readOnly, set }: ConsumerRowsProps) {
  return (
    <>
      {client.destination.kind === 'topic' && (
        <SettingRow
          label="Durable"
          changed={client.durable === true}
          meaning="Its subscription stays while it is away, and messages are kept for it."
        >
          <Switch
            value={client.durable === true}
            words={['yes', 'no']}
            disabled={readOnly}
            onChange={(durable) => set({ durable: durable || null }, 'change durability')}
          />
        </SettingRow>
      )}
      <SettingRow
        label="Selector"
        changed={client.selector !== undefined}
        onReset={readOnly ? undefined : () => set({ selector: null }, 'clear the selector')}
        meaning="Takes only messages whose headers fit, such as region = 'eu'."
      >
        <TextInput
          value={client.selector ?? ''}
          placeholder="none"
          mono
          readOnly={readOnly}
          onCommit={(selector) => set({ selector: selector.trim() || null }, 'set the selector')}
        />
      </SettingRow>
      <SettingRow
        label="Priority"
        changed={client.priority !== undefined}
        onReset={readOnly ? undefined : () => set({ priority: null }, 'reset the priority')}
        meaning="consumer.priority: the highest takes first, while it keeps up."
      >
        <NumberInput
          value={client.priority ?? 0}
          readOnly={readOnly}
          onCommit={(priority) =>
            set({ priority: priority === 0 ? null : (priority ?? null) }, 'set the priority')
          }
        />
      </SettingRow>
      <SettingRow
        label="Moves"
        changed={client.moves === true}
        meaning="It reconnects to other brokers, so messages may be left for it where it was."
      >
        <Switch
          value={client.moves === true}
          words={['yes', 'no']}
          disabled={readOnly}
          onChange={(moves) => set({ moves: moves || null }, 'change moving')}
        />
      </SettingRow>
    </>
  )
}
