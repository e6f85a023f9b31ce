import { isPair, type Broker, type Instance, type Network } from '@meshwright/model'
import { endpointsOf, TRANSPORTS } from '@meshwright/model/targets'
import { useStoreApi } from '../../../store/react.ts'
import {
  Combobox,
  CopyButton,
  FoldedText,
  NumberInput,
  SettingRow,
  StateDot,
  TextInput,
} from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import css from '../Inspector.module.css'
import { readAddress } from './readAddress.ts'
import { useTrouble } from '../settings/useTrouble.ts'
import type { BrokerProps } from '../elementProps.ts'

/** Schemes that a bridge can reach, as the dialect lists them. */
const SCHEMES = Object.entries(TRANSPORTS).flatMap(([value, { openWire, needs }]) =>
  openWire ? [{ value, ...(needs === undefined ? {} : { detail: `needs ${needs}` }) }] : [],
)

/** Where each instance of a broker listens, and the address that connectors will use. */
export function InstanceRows({ network, broker }: BrokerProps) {
  const unknown = new Set(
    endpointsOf(network, broker.id).flatMap(({ placeholders }) => placeholders.map(({ message }) => message)),
  )
  return (
    <>
      {broker.instances.map((instance, index) => (
        <InstanceBlock key={index} network={network} broker={broker} instance={instance} index={index} />
      ))}
      {unknown.size > 0 && <p className={css.faint}>Not known yet. {[...unknown].join(' ')}</p>}
    </>
  )
}

interface InstanceBlockProps {
  readonly network: Network
  readonly broker: Broker
  readonly instance: Instance
  readonly index: number
}

function InstanceBlock({ network, broker, instance, index }: InstanceBlockProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const endpoint = endpointsOf(network, broker.id)[index]
  const pair = isPair(broker)
  const trouble = useTrouble(broker.id)
  const whose = pair ? `${broker.name}'s ${index === 0 ? 'first' : 'second'} instance` : broker.name
  const set = (fields: { readonly [Key in keyof Instance]?: Instance[Key] | undefined }, what: string) => {
    const next = Object.fromEntries(
      Object.entries({ ...instance, ...fields }).filter(([, value]) => value !== undefined && value !== ''),
    ) as Instance
    const [first, second] = broker.instances
    const instances: Broker['instances'] =
      second === undefined ? [next] : index === 0 ? [next, second] : [first, next]
    store
      .getState()
      .edit({ type: 'set-broker', id: broker.id, fields: { instances } }, { label: `${what} of ${whose}` })
  }
  const setHost = (text: string) => {
    const reading = text.trim() === '' ? { host: undefined } : readAddress(text)
    if (!('problem' in reading)) set(reading, 'set the address')
  }
  return (
    <div className={css.block}>
      {pair && (
        <h4 className={css.subhead}>
          <StateDot solid={index === 0} />
          {index === 0 ? 'First, active to begin with' : 'Second, standing by'}
        </h4>
      )}
      <div className={css.rows}>
        <SettingRow
          label="Host"
          meaning="Name or address of the machine. A whole address may be pasted: it falls into its parts."
          changed={instance.host !== undefined}
          onReset={readOnly ? undefined : () => set({ host: undefined }, 'clear the host')}
          problem={trouble('host')}
        >
          <TextInput
            value={instance.host ?? ''}
            placeholder={endpoint?.host ?? 'host'}
            mono
            readOnly={readOnly}
            check={(text) => {
              const reading = text.trim() === '' ? undefined : readAddress(text)
              return reading && 'problem' in reading ? reading.problem : undefined
            }}
            onCommit={setHost}
          />
        </SettingRow>
        <SettingRow
          label="Scheme"
          meaning="How the broker listens for OpenWire: connectors of other brokers use what fits."
          changed={instance.scheme !== undefined}
          onReset={readOnly ? undefined : () => set({ scheme: undefined }, 'reset the scheme')}
          problem={trouble('scheme')}
        >
          <Combobox
            value={instance.scheme ?? endpoint?.scheme ?? ''}
            mono
            suggestions={SCHEMES}
            readOnly={readOnly}
            onCommit={(scheme) => set({ scheme: scheme.trim().toLowerCase() }, 'set the scheme')}
          />
        </SettingRow>
        <SettingRow
          label="Port"
          meaning="The port of the transport connector."
          changed={instance.port !== undefined}
          onReset={readOnly ? undefined : () => set({ port: undefined }, 'reset the port')}
          problem={trouble('port')}
        >
          <NumberInput
            value={instance.port ?? endpoint?.port}
            min={1}
            max={65_535}
            isName
            allowEmpty
            readOnly={readOnly}
            onCommit={(port) => set({ port }, 'set the port')}
          />
        </SettingRow>
        <SettingRow
          label="Zone"
          meaning="Availability zone, rack or site. For people; it changes no XML."
          changed={instance.zone !== undefined}
          onReset={readOnly ? undefined : () => set({ zone: undefined }, 'clear the zone')}
        >
          <TextInput
            value={instance.zone ?? ''}
            placeholder="none"
            readOnly={readOnly}
            onCommit={(zone) => set({ zone: zone.trim() }, 'set the zone')}
          />
        </SettingRow>
      </div>
      {endpoint && (
        <div className={css.address}>
          <code className={css.mono}>
            <FoldedText text={endpoint.url} most={34} />
          </code>
          <CopyButton
            iconOnly
            kind="quiet"
            size="small"
            label="Copy the address"
            copy={() => store.ports.clipboard.write(endpoint.url)}
          />
        </div>
      )}
    </div>
  )
}
