import { useStoreApi } from '../../../store/react.ts'
import { Combobox, Section, SettingRow, TextInput } from '../../../ui/index.ts'
import { connectorTitle } from '../../common/elementNames.ts'
import { useDoor } from '../../common/useDoor.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { loadXml } from '../../common/xml/loadXml.ts'
import css from '../Inspector.module.css'
import { useTrouble } from '../settings/useTrouble.ts'
import { ExtraRow } from './ExtraRow.tsx'
import type { ConnectorProps } from '../elementProps.ts'

/** Options of the discovery agent that people set, most useful first. */
const OPTIONS = [
  { value: 'maxReconnectDelay', detail: 'ms, at most between attempts' },
  { value: 'initialReconnectDelay', detail: 'ms, before the first new attempt' },
  { value: 'useExponentialBackOff', detail: 'true or false' },
  { value: 'backOffMultiplier', detail: 'grows the delay' },
  { value: 'maxReconnectAttempts', detail: '0 is for ever' },
  { value: 'minConnectTime', detail: 'ms, shorter counts as failed' },
] as const

/** Where a connector connects: worked out from its brokers, with options, or written by hand. */
export function AddressSection({ network, connector }: ConnectorProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const door = useDoor(loadXml)
  const trouble = useTrouble(connector.id)('uri')
  const title = connectorTitle(network, connector)
  const { uri: written, ...unwritten } = connector
  const worked = door && !(door instanceof Error) ? door.connectorUri(network, unwritten).uri : ''
  const options = Object.entries(connector.uriOptions ?? {})
  const setUri = (text: string) => {
    const uri = text.trim()
    const isOwn = uri !== '' && uri !== worked
    store
      .getState()
      .edit(
        { type: 'set-connector', id: connector.id, fields: { uri: isOwn ? uri : null } },
        { label: isOwn ? `write the address of ${title}` : `work out the address of ${title}` },
      )
  }
  const setOption = (name: string, value: string | undefined) => {
    const kept = options.filter(([other]) => other !== name)
    const next = value === undefined ? kept : [...kept, [name, value] as const]
    store.getState().edit(
      {
        type: 'set-connector',
        id: connector.id,
        fields: { uriOptions: next.length > 0 ? Object.fromEntries(next) : null },
      },
      { label: `${value === undefined ? 'remove' : 'set'} ${name} of ${title}` },
    )
  }
  return (
    <Section
      title="Address"
      summary={written === undefined ? 'worked out' : 'written by hand'}
      defaultOpen={written !== undefined || trouble !== undefined}
    >
      <SettingRow
        label={
          written === undefined
            ? 'Worked out from the brokers it leads to'
            : 'Written by hand, used word for word'
        }
        name="uri"
        layout="stacked"
        meaning="static:(…) makes a bridge to each address; masterslave:(…) makes one bridge to whichever instance of a pair is active."
        changed={written !== undefined}
        onReset={readOnly ? undefined : () => setUri('')}
        resetLabel="Work it out again"
        problem={trouble}
      >
        <TextInput value={written ?? worked} mono readOnly={readOnly} onCommit={setUri} />
      </SettingRow>
      {options.map(([name, value]) => (
        <ExtraRow
          key={name}
          name={name}
          value={value}
          readOnly={readOnly}
          onSet={(text) => setOption(name, text?.trim() || undefined)}
        />
      ))}
      {!readOnly && written === undefined && (
        <div className={css.block}>
          <Combobox
            aria-label="Add an option"
            value=""
            clears
            mono
            placeholder="Add an option, as maxReconnectDelay=5000"
            suggestions={OPTIONS.filter(({ value }) => !options.some(([name]) => name === value))}
            onCommit={(text) => {
              const [name = '', value = ''] = text.split('=', 2)
              setOption(name.trim(), value.trim() || defaultOf(name.trim()))
            }}
          />
        </div>
      )}
    </Section>
  )
}

/** The value an option starts with when only its name was chosen: the agent's own default. */
function defaultOf(name: string): string {
  const defaults: Readonly<Record<string, string>> = {
    maxReconnectDelay: '30000',
    initialReconnectDelay: '1000',
    useExponentialBackOff: 'true',
    backOffMultiplier: '2',
    maxReconnectAttempts: '0',
    minConnectTime: '5000',
  }
  return defaults[name] ?? 'true'
}
