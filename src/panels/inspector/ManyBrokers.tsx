import { engineOf, isPair, targetOf, type Broker, type Edit, type Network } from '@meshwright/model'
import { AMAZON_INSTANCE_TYPES } from '@meshwright/model/targets'
import { moveToRegion } from '../../store/gestures/change.ts'
import { useStoreApi } from '../../store/react.ts'
import { Select, SettingRow } from '../../ui/index.ts'
import { useReadOnly } from '../common/useDesign.ts'
import { counted } from '../common/words.ts'
import { EngineInput } from './EngineInput.tsx'
import { common, editAll, mixedWords } from './multiEdit.ts'
import { targetName, TARGETS } from './targetWords.ts'

const NO_REGION = 'none'

/** Fields that brokers have in common. A field that differs says so, and takes one value for all. */
export function ManyBrokers({
  network,
  brokers,
}: {
  readonly network: Network
  readonly brokers: readonly Broker[]
}) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const { design } = network
  const of = counted(brokers.length, 'broker')
  const all = (label: string, editOf: (broker: Broker) => Edit | undefined) => {
    const edit = editAll(label, brokers, editOf)
    if (edit) store.getState().edit(edit, { label })
  }
  const region = common(brokers, (broker) => broker.region ?? NO_REGION)
  const target = common(brokers, (broker) => targetOf(design, broker))
  const engine = common(brokers, (broker) => engineOf(design, broker))
  const type = common(brokers, (broker) => broker.amazon?.instanceType ?? '')
  const kind = common(brokers, isPair)
  return (
    <>
      <SettingRow
        label="Region"
        changed={region.kind === 'same'}
        {...mixed(
          mixedWords(region, (id) => network.region(id === NO_REGION ? undefined : id)?.name ?? 'none'),
        )}
      >
        <Select
          value={region.kind === 'same' ? region.value : undefined}
          placeholder="differs"
          options={[
            { value: NO_REGION, label: 'none' },
            ...design.regions.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          disabled={readOnly}
          onChange={(id) =>
            moveToRegion(
              store,
              brokers.map((broker) => broker.id),
              design.regions.find((each) => each.id === id)?.id,
            )
          }
        />
      </SettingRow>
      <SettingRow label="Runs on" changed={target.kind === 'same'} {...mixed(mixedWords(target, targetName))}>
        <Select
          value={target.kind === 'same' ? target.value : undefined}
          placeholder="differs"
          options={TARGETS}
          disabled={readOnly}
          onChange={(value) =>
            all(`change the target of ${of}`, (broker) =>
              targetOf(design, broker) === value
                ? undefined
                : {
                    type: 'set-broker',
                    id: broker.id,
                    fields: { target: value === design.target ? null : value },
                  },
            )
          }
        />
      </SettingRow>
      <SettingRow label="Engine" changed={engine.kind === 'same'} {...mixed(mixedWords(engine, String))}>
        <EngineInput
          value={engine.kind === 'same' ? engine.value : ''}
          target={target.kind === 'same' ? target.value : design.target}
          readOnly={readOnly}
          onCommit={(value) =>
            all(`set the engine of ${of} to ${value}`, (broker) =>
              engineOf(design, broker) === value
                ? undefined
                : {
                    type: 'set-broker',
                    id: broker.id,
                    fields: { engine: value === design.engine ? null : value },
                  },
            )
          }
        />
      </SettingRow>
      <SettingRow
        label="Kind"
        changed={kind.kind === 'same'}
        {...mixed(mixedWords(kind, (pair) => (pair ? 'pair' : 'single')))}
      >
        <Select
          value={kind.kind === 'same' ? (kind.value ? 'pair' : 'single') : undefined}
          placeholder="differs"
          options={[
            { value: 'single', label: 'Single' },
            { value: 'pair', label: 'Pair' },
          ]}
          disabled={readOnly}
          onChange={(value) =>
            all(value === 'pair' ? `make ${of} pairs` : `make ${of} single`, (broker) => {
              const [first, second] = broker.instances
              if (isPair(broker) === (value === 'pair')) return undefined
              return {
                type: 'set-broker',
                id: broker.id,
                fields: { instances: value === 'pair' ? [first, second ?? {}] : [first] },
              }
            })
          }
        />
      </SettingRow>
      {target.kind === 'same' && target.value === 'amazon-mq' && (
        <SettingRow
          label="Instance type"
          changed={type.kind === 'same' && type.value !== ''}
          {...mixed(mixedWords(type, (name) => name || 'not said'))}
        >
          <Select
            value={type.kind === 'same' && type.value !== '' ? type.value : undefined}
            placeholder={type.kind === 'same' ? 'not said' : 'differs'}
            options={AMAZON_INSTANCE_TYPES.map(({ name }) => ({
              value: name,
              label: name.replace(/^mq\./, ''),
            }))}
            disabled={readOnly}
            onChange={(instanceType) =>
              all(`set the instance type of ${of}`, (broker) =>
                broker.amazon?.instanceType === instanceType
                  ? undefined
                  : { type: 'set-amazon', id: broker.id, fields: { instanceType } },
              )
            }
          />
        </SettingRow>
      )}
    </>
  )
}

function mixed(words: string | undefined): { readonly detail?: string } {
  return words === undefined ? {} : { detail: words }
}
