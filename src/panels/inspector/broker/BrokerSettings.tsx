import {
  type Broker,
  type EngineVersion,
  type Network,
  type Patch,
  type BrokerSettings as Settings,
} from '@meshwright/model'
import { BROKER_ATTRIBUTES } from '@meshwright/model/targets'
import { useStoreApi } from '../../../store/react.ts'
import { Chip, Combobox, Section, SettingRow, Switch } from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { AttributeRows } from '../settings/AttributeRows.tsx'
import { inSentence } from '../../common/words.ts'
import css from '../Inspector.module.css'
import { valueInWords } from '../settings/settingLines.ts'
import { useTrouble } from '../settings/useTrouble.ts'

export interface BrokerSettingsProps {
  readonly network: Network
  readonly broker: Broker
  readonly engine: EngineVersion
}

/** Attributes of the broker itself that change what a network does, and who may log in. */
export function BrokerSettings({ network, broker, engine }: BrokerSettingsProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const trouble = useTrouble(broker.id)
  const settings = broker.settings ?? {}
  const changed = Object.keys(settings).length
  const set = (fields: Patch<Settings>, what: string) =>
    store
      .getState()
      .edit(
        { type: 'set-broker-settings', id: broker.id, settings: fields },
        { label: `${what} of ${broker.name}` },
      )
  const setUsers = (users: readonly string[]) =>
    set({ users: users.length > 0 ? users : null }, 'change the users')
  const suggested = [
    network.design.bridgeUser,
    ...network.design.connectors.map(({ settings: of }) => of.userName),
  ]
  return (
    <Section
      title="Broker settings"
      summary={changed > 0 ? `${changed} changed` : 'all default'}
      defaultOpen={false}
    >
      <AttributeRows
        table={BROKER_ATTRIBUTES}
        values={{ ...settings }}
        engine={engine}
        target={network.targetOf(broker.id)}
        elementOf={() => 'broker'}
        troubleWith={(field) =>
          // On Amazon MQ that name means the id AWS gives, which stands above.
          field === 'brokerId' && network.targetOf(broker.id) === 'amazon-mq' ? undefined : trouble(field)
        }
        readOnly={readOnly}
        onChange={(field, row, value) =>
          set(
            { [field]: value ?? null },
            value === undefined
              ? `reset ${inSentence(row.label)}`
              : `set ${inSentence(row.label)} to ${valueInWords(row, value)}`,
          )
        }
      />
      <SettingRow
        label="Users"
        layout="stacked"
        meaning="Names of the users the broker knows, where it asks for a login. A connector's user must be among them on both brokers. Never a password."
        changed={settings.users !== undefined}
        onReset={readOnly ? undefined : () => setUsers([])}
        resetLabel="Back to not known"
        problem={trouble('users')}
      >
        <span className={css.chips}>
          {(settings.users ?? []).map((user) => (
            <Chip
              key={user}
              {...(readOnly
                ? {}
                : {
                    removeLabel: `Remove ${user}`,
                    onRemove: () => setUsers((settings.users ?? []).filter((other) => other !== user)),
                  })}
            >
              {user}
            </Chip>
          ))}
        </span>
        {!readOnly && (
          <Combobox
            value=""
            clears
            placeholder="Add a user name"
            suggestions={[...new Set(suggested)].flatMap((user) =>
              user && !settings.users?.includes(user) ? [{ value: user }] : [],
            )}
            onCommit={(user) => setUsers([...new Set([...(settings.users ?? []), user.trim()])])}
          />
        )}
      </SettingRow>
      <SettingRow
        label="Restricts rights"
        meaning="An authorization map decides who may read, write and create. The bridge user then needs rights on what crosses, and on ActiveMQ.Advisory.>."
        changed={settings.authorization !== undefined}
        onReset={readOnly ? undefined : () => set({ authorization: null }, 'reset the authorization')}
        problem={trouble('authorization')}
      >
        <Switch
          value={settings.authorization === true}
          words={['yes', 'no']}
          disabled={readOnly}
          onChange={(authorization) => set({ authorization }, 'set the authorization')}
        />
      </SettingRow>
    </Section>
  )
}
