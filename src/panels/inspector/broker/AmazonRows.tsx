import { isPair, type AmazonBroker, type Broker, type Network, type Patch } from '@meshwright/model'
import { AMAZON_INSTANCE_TYPES, AMAZON_STORAGE } from '@meshwright/model/targets'
import { useStoreApi } from '../../../store/react.ts'
import { batch } from '../../../store/gestures/add.ts'
import { Select, SettingRow, Switch, TextInput, type SelectOption } from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { counted, numeral } from '../../common/words.ts'
import { readAmazonText } from './readAmazonText.ts'
import { useTrouble } from '../settings/useTrouble.ts'
import type { BrokerProps } from '../elementProps.ts'

const AUTHENTICATION: readonly SelectOption<'simple' | 'ldap'>[] = [
  { value: 'simple', label: 'Simple', detail: 'users of the broker' },
  { value: 'ldap', label: 'LDAP' },
]

/** What only a broker on Amazon MQ has: its id, its size, its storage. */
export function AmazonRows({ network, broker }: BrokerProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const trouble = useTrouble(broker.id)
  const amazon = broker.amazon ?? {}
  const set = (fields: Patch<AmazonBroker>, what: string) =>
    store
      .getState()
      .edit({ type: 'set-amazon', id: broker.id, fields }, { label: `${what} of ${broker.name}` })
  return (
    <>
      <SettingRow
        label="Broker id"
        meaning="b-…, known once AWS has made the broker. Paste the id, an endpoint, an ARN or the whole page of the console."
        changed={amazon.brokerId !== undefined}
        onReset={readOnly ? undefined : () => set({ brokerId: null }, 'clear the broker id')}
        problem={trouble('brokerId')}
      >
        <TextInput
          value={amazon.brokerId ?? ''}
          placeholder="paste id or endpoint"
          mono
          readOnly={readOnly}
          check={(text) => {
            const reading = text.trim() === '' ? undefined : readAmazonText(text)
            return reading && 'problem' in reading ? reading.problem : undefined
          }}
          onCommit={(text) => paste(store, network, broker, text)}
        />
      </SettingRow>
      <SettingRow
        label="Instance type"
        meaning="Decides how many connections and how much storage it has. mq.t3.micro is for evaluation."
        changed={amazon.instanceType !== undefined}
        onReset={readOnly ? undefined : () => set({ instanceType: null }, 'clear the instance type')}
        problem={trouble('instanceType')}
        detail={limitsInWords(network, broker)}
      >
        <Select
          value={amazon.instanceType}
          placeholder="not said"
          options={instanceOptions(amazon.instanceType)}
          disabled={readOnly}
          onChange={(instanceType) => set({ instanceType }, 'set the instance type')}
        />
      </SettingRow>
      <SettingRow
        label="Storage"
        meaning="EFS is kept in several zones and serves pairs. EBS is faster and serves single brokers of the mq.m5 types only. It cannot be changed later."
        changed={amazon.storage !== undefined}
        onReset={readOnly ? undefined : () => set({ storage: null }, 'reset the storage')}
        problem={trouble('storage')}
      >
        <Select
          value={amazon.storage ?? 'efs'}
          options={storageOptions(broker)}
          disabled={readOnly}
          onChange={(storage) => set({ storage }, 'set the storage')}
        />
      </SettingRow>
      <SettingRow
        label="Publicly accessible"
        meaning="A public broker has an address on the internet; who may connect is restricted by IP. It cannot be changed later."
        changed={amazon.publiclyAccessible !== undefined}
        onReset={readOnly ? undefined : () => set({ publiclyAccessible: null }, 'reset the access')}
        problem={trouble('publiclyAccessible')}
      >
        <Switch
          value={amazon.publiclyAccessible === true}
          words={['yes', 'no']}
          disabled={readOnly}
          onChange={(publiclyAccessible) => set({ publiclyAccessible }, 'set the access')}
        />
      </SettingRow>
      <SettingRow
        label="Authentication"
        meaning="With LDAP the bridge user must exist in the directory and on the broker."
        changed={amazon.authentication !== undefined}
        onReset={readOnly ? undefined : () => set({ authentication: null }, 'reset the authentication')}
        problem={trouble('authentication')}
      >
        <Select
          value={amazon.authentication ?? 'simple'}
          options={AUTHENTICATION}
          disabled={readOnly}
          onChange={(authentication) => set({ authentication }, 'set the authentication')}
        />
      </SettingRow>
      <SettingRow
        label="Minor upgrades"
        meaning="Amazon installs new patches in the maintenance window. Must be on from 5.18."
        changed={amazon.autoMinorVersionUpgrade !== undefined}
        onReset={readOnly ? undefined : () => set({ autoMinorVersionUpgrade: null }, 'reset minor upgrades')}
        problem={trouble('autoMinorVersionUpgrade')}
      >
        <Switch
          value={amazon.autoMinorVersionUpgrade ?? true}
          disabled={readOnly}
          onChange={(autoMinorVersionUpgrade) => set({ autoMinorVersionUpgrade }, 'set minor upgrades')}
        />
      </SettingRow>
      <SettingRow
        label="VPC"
        meaning="The network it stands in. Brokers reach each other inside one VPC, over peering, or when public."
        changed={amazon.vpc !== undefined}
        onReset={readOnly ? undefined : () => set({ vpc: null }, 'clear the VPC')}
        problem={trouble('vpc')}
      >
        <TextInput
          value={amazon.vpc ?? ''}
          placeholder="not said"
          readOnly={readOnly}
          onCommit={(vpc) => set({ vpc: vpc.trim() || null }, 'set the VPC')}
        />
      </SettingRow>
    </>
  )
}

/** Takes the id, and what else the text says and the design does not yet: that it is a pair, and its region. */
function paste(store: ReturnType<typeof useStoreApi>, network: Network, broker: Broker, text: string): void {
  const label = `set the broker id of ${broker.name}`
  if (text.trim() === '') {
    store.getState().edit({ type: 'set-amazon', id: broker.id, fields: { brokerId: null } }, { label })
    return
  }
  const reading = readAmazonText(text)
  if ('problem' in reading) return
  const region = network.design.regions.find(({ name }) => name === reading.region)
  const pairs = reading.isPair && !isPair(broker)
  const [first] = broker.instances
  store
    .getState()
    .edit(
      batch(label, [
        { type: 'set-amazon', id: broker.id, fields: { brokerId: reading.brokerId } },
        ...(pairs
          ? [{ type: 'set-broker', id: broker.id, fields: { instances: [first, {}] } } as const]
          : []),
      ]),
      { label },
    )
  const said = [
    pairs && `${broker.name} is a pair now, as the text has two endpoints.`,
    reading.region !== undefined &&
      region?.id !== broker.region &&
      `The text says ${reading.region}; the drawing has ${broker.name} ${network.region(broker.region) ? `in ${network.region(broker.region)?.name}` : 'outside of any region'}.`,
  ].filter((sentence) => sentence !== false)
  if (said.length > 0) store.getState().toast(said.join(' '), { tone: 'plain' })
}

function instanceOptions(current: string | undefined): readonly SelectOption<string>[] {
  const known = AMAZON_INSTANCE_TYPES.map(({ name, vcpu, memoryGib }) => ({
    value: name,
    label: shortType(name),
    detail: `${vcpu} vCPU, ${memoryGib} GiB`,
  }))
  if (current === undefined || known.some(({ value }) => value === current)) return known
  return [...known, { value: current, label: shortType(current), detail: 'not offered' }]
}

/** `8 GiB, 200 GB storage, 2,000 connections of each protocol; 3 bridges come in`; nothing for an unknown type. */
function limitsInWords(network: Network, { id, amazon }: Broker): string | undefined {
  const type = AMAZON_INSTANCE_TYPES.find(({ name }) => name === amazon?.instanceType)
  if (!type) return undefined
  const bridges = network.bridges.filter(({ to }) => to === id).length
  const limits = `${type.memoryGib} GiB memory, ${type.storageGb} GB storage, ${numeral(type.connections)} connections of each protocol`
  return bridges === 0 ? limits : `${limits}; ${counted(bridges, 'bridge')} of this design take one each`
}

/** `m5.large`: every type of Amazon MQ begins with `mq.`. */
function shortType(name: string): string {
  return name.replace(/^mq\./, '')
}

function storageOptions(broker: Broker): readonly SelectOption<'efs' | 'ebs'>[] {
  const mode = isPair(broker) ? 'pair' : 'single'
  return AMAZON_STORAGE.map(({ storage, modes, note }) => ({
    value: storage,
    label: storage.toUpperCase(),
    detail: modes.includes(mode) ? note : 'Not for pairs.',
    disabled: !modes.includes(mode),
  }))
}
