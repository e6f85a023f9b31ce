import { engineOf, isPair, targetOf, type Broker, type Instance, type Patch } from '@meshwright/model'
import { moveToRegion, rename } from '../../../store/gestures/change.ts'
import { useStoreApi } from '../../../store/react.ts'
import { EditableName, Section, Segmented, Select, SettingRow, Switch } from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { AmazonRows } from './AmazonRows.tsx'
import { BrokerClients } from './BrokerClients.tsx'
import { BrokerConnectors } from './BrokerConnectors.tsx'
import { BrokerSettings } from './BrokerSettings.tsx'
import { ElementFindings } from '../ElementFindings.tsx'
import { ElementXml } from '../ElementXml.tsx'
import { EngineInput } from '../settings/EngineInput.tsx'
import css from '../Inspector.module.css'
import { InstanceRows } from './InstanceRows.tsx'
import { PolicyEditor } from './PolicyEditor.tsx'
import { targetName, TARGETS } from '../../common/targetWords.ts'
import { useTrouble } from '../settings/useTrouble.ts'
import type { BrokerProps } from '../elementProps.ts'

const NO_REGION = 'none'
const AS_DESIGN = 'design'

/** A broker, a pair, or a broker of others. */
export function BrokerInspector({ network, broker }: BrokerProps) {
  const { design } = network
  const target = targetOf(design, broker)
  return (
    <>
      <div className={css.identity}>
        <BrokerName broker={broker} />
        <Identity network={network} broker={broker} />
        <ElementFindings id={broker.id} />
      </div>
      {target === 'amazon-mq' && !broker.external && (
        <Section title="Amazon MQ">
          <AmazonRows network={network} broker={broker} />
        </Section>
      )}
      <Section title={isPair(broker) ? 'Addresses of the two instances' : 'Address'}>
        <InstanceRows network={network} broker={broker} />
      </Section>
      <BrokerConnectors network={network} broker={broker} />
      <BrokerClients network={network} broker={broker} />
      {!broker.external && (
        <>
          <BrokerSettings network={network} broker={broker} engine={engineOf(design, broker)} />
          <PolicyEditor network={network} broker={broker} />
          <ElementXml id={broker.id} />
        </>
      )}
    </>
  )
}

function BrokerName({ broker }: { readonly broker: Broker }) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  return (
    <EditableName
      value={broker.name}
      label="Name of the broker"
      readOnly={readOnly}
      onCommit={(name) => rename(store, broker.id, name)}
    />
  )
}

const KINDS = [
  { value: 'single', label: 'Single' },
  { value: 'pair', label: 'Pair' },
] as const

function Identity({ network, broker }: BrokerProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const { design } = network
  const pair = isPair(broker)
  const trouble = useTrouble(broker.id)
  const edit = (fields: Patch<Omit<Broker, 'id'>>, what: string) =>
    store.getState().edit({ type: 'set-broker', id: broker.id, fields }, { label: `${what} ${broker.name}` })
  const setKind = (kind: 'single' | 'pair') => {
    const [first, second] = broker.instances
    const instances: Broker['instances'] = kind === 'single' ? [first] : [first, second ?? secondOf(first)]
    const label = kind === 'pair' ? `make ${broker.name} a pair` : `make ${broker.name} a single broker`
    store.getState().edit({ type: 'set-broker', id: broker.id, fields: { instances } }, { label })
  }
  return (
    <>
      <div className={css.facts}>
        <SettingRow
          label="Kind"
          meaning="A pair is one broker with two instances: one active, one standing by. They share a name and a store, and clients know both addresses."
          changed
        >
          <Segmented
            value={pair ? 'pair' : 'single'}
            options={KINDS}
            disabled={readOnly}
            onChange={setKind}
          />
        </SettingRow>
        <SettingRow
          label="Region"
          meaning="The group of brokers it belongs to. On the drawing: the region it stands in."
          changed
        >
          <Select
            value={broker.region ?? NO_REGION}
            options={[
              { value: NO_REGION, label: 'none' },
              ...design.regions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            disabled={readOnly}
            onChange={(region) =>
              moveToRegion(store, [broker.id], design.regions.find(({ id }) => id === region)?.id)
            }
          />
        </SettingRow>
      </div>
      <div className={css.rows}>
        <SettingRow
          label="Runs on"
          meaning="Where it runs decides what its configuration may say. Unset, it follows the design."
          changed={broker.target !== undefined}
          onReset={readOnly ? undefined : () => edit({ target: null }, 'reset the target of')}
          resetLabel={`Back to ${targetName(design.target)}`}
        >
          <Select
            value={broker.target ?? AS_DESIGN}
            options={[
              { value: AS_DESIGN, label: targetName(design.target) },
              ...TARGETS.filter(({ value }) => value !== design.target),
            ]}
            disabled={readOnly}
            onChange={(target) =>
              edit({ target: target === AS_DESIGN ? null : target }, 'change the target of')
            }
          />
        </SettingRow>
        <SettingRow
          label="Engine"
          meaning="The ActiveMQ version; a line such as 5.19 stands for its newest patch. Unset, it follows the design."
          changed={broker.engine !== undefined}
          onReset={readOnly ? undefined : () => edit({ engine: null }, 'reset the engine of')}
          resetLabel={`Back to ${design.engine}`}
          problem={trouble('engine')}
        >
          <EngineInput
            value={broker.engine ?? design.engine}
            target={targetOf(design, broker)}
            readOnly={readOnly}
            onCommit={(engine) =>
              edit({ engine: engine === design.engine ? null : engine }, 'change the engine of')
            }
          />
        </SettingRow>
        <SettingRow
          label="Run by others"
          meaning="It takes part in the forecast, but no configuration is written for it."
          changed={broker.external === true}
        >
          <Switch
            value={broker.external === true}
            disabled={readOnly}
            words={['yes', 'no']}
            onChange={(isExternal) => edit({ external: isExternal || null }, 'change who runs')}
          />
        </SettingRow>
      </div>
    </>
  )
}

/** The second instance listens like the first one; its host and its zone are its own. */
function secondOf({ scheme, port }: Instance): Instance {
  return { ...(scheme === undefined ? {} : { scheme }), ...(port === undefined ? {} : { port }) }
}
