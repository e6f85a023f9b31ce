import { engineOf, isPair, targetOf, type Broker, type Edit, type Network } from '@meshwright/model'
import { AMAZON_INSTANCE_TYPES } from '@meshwright/model/targets'
import { moveToRegion } from '../../../store/gestures/change.ts'
import { useStoreApi } from '../../../store/react.ts'
import { Select, SettingRow } from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { counted } from '../../common/words.ts'
import { EngineInput } from '../settings/EngineInput.tsx'
import css from '../Inspector.module.css'
import { common, editAll, mixedWords } from './multiEdit.ts'
import { targetName, TARGETS } from '../../common/targetWords.ts'

const NO_REGION = 'none'

/** Fields that brokers have in common. Where they differ the values stand side by side; choosing one sets it for all. */
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
  const kind = common(brokers, (broker) => (isPair(broker) ? 'pair' : 'single'))
  return (
    <div className={css.facts}>
      <SettingRow label="Region" changed={region.kind === 'same'}>
        <Select<string>
          value={region.kind === 'same' ? region.value : undefined}
          placeholder={mixedWords(
            region,
            (id) => design.regions.find((each) => each.id === id)?.name ?? 'none',
          )}
          options={[
            { value: NO_REGION, label: 'none' },
            ...design.regions.map(({ id, name }) => ({ value: id, label: name })),
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
      <SettingRow label="Runs on" changed={target.kind === 'same'}>
        <Select
          value={target.kind === 'same' ? target.value : undefined}
          placeholder={mixedWords(target, targetName)}
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
      <SettingRow label="Engine" changed={engine.kind === 'same'} detail={mixedWords(engine, String)}>
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
      <SettingRow label="Kind" changed={kind.kind === 'same'}>
        <Select
          value={kind.kind === 'same' ? kind.value : undefined}
          placeholder={mixedWords(kind, String)}
          options={[
            { value: 'single', label: 'Single' },
            { value: 'pair', label: 'Pair' },
          ]}
          disabled={readOnly}
          onChange={(value) =>
            all(value === 'pair' ? `make ${of} pairs` : `make ${of} single`, (broker) => {
              const [first, second] = broker.instances
              if (isPair(broker) === (value === 'pair')) return undefined
              const instances: Broker['instances'] = value === 'pair' ? [first, second ?? {}] : [first]
              return { type: 'set-broker', id: broker.id, fields: { instances } }
            })
          }
        />
      </SettingRow>
      {target.kind === 'same' && target.value === 'amazon-mq' && (
        <SettingRow label="Instance type" changed={type.kind === 'same' && type.value !== ''}>
          <Select
            value={type.kind === 'same' && type.value !== '' ? type.value : undefined}
            placeholder={mixedWords(type, shortType) ?? 'not said'}
            options={AMAZON_INSTANCE_TYPES.map(({ name }) => ({ value: name, label: shortType(name) }))}
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
    </div>
  )
}

function shortType(name: string): string {
  return name.replace(/^mq\./, '') || 'not said'
}
