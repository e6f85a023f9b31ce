import { type Network, type Region } from '@meshwright/model'
import { amazonRegion } from '@meshwright/model/targets'
import { rename } from '../../store/gestures/change.ts'
import { useStoreApi } from '../../store/react.ts'
import { Combobox, EditableName, Section, SettingRow } from '../../ui/index.ts'
import { ElementChip } from '../common/ElementChip.tsx'
import { useReadOnly } from '../common/useDesign.ts'
import { counted } from '../common/words.ts'
import { ElementFindings } from './ElementFindings.tsx'
import css from './Inspector.module.css'

/** An AWS Region that can be chosen: `eu-west-1`, and where it is. */
interface AwsRegion {
  readonly code: string
  readonly place: string
}

/** The AWS Regions that can be chosen; none until they are loaded, and any can be typed. */
export interface AwsRegions {
  readonly awsRegions: readonly AwsRegion[]
}

interface RegionInspectorProps extends AwsRegions {
  readonly network: Network
  readonly region: Region
}

/** A region: its name, for Amazon MQ the code of an AWS Region, and what stands in it. */
export function RegionInspector({ network, region, awsRegions }: RegionInspectorProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const known = amazonRegion(region.name)
  const brokers = network.design.brokers.filter((broker) => broker.region === region.id)
  const inside = new Set(brokers.map(({ id }) => id))
  const crossing = network.design.connectors.filter(({ from, to }) => inside.has(from) !== inside.has(to))
  return (
    <>
      <div className={css.identity}>
        <EditableName
          value={region.name}
          label="Name of the region"
          readOnly={readOnly}
          onCommit={(name) => rename(store, region.id, name)}
        />
        <div className={css.rows}>
          <SettingRow
            label="AWS Region"
            meaning="For brokers on Amazon MQ the region's name is the code of the AWS Region: their addresses are worked out from it."
            changed={known !== undefined}
            detail={known?.place}
          >
            <Combobox
              value={known?.code ?? ''}
              placeholder="none"
              suggestions={awsRegions.map(({ code, place }) => ({ value: code, detail: place }))}
              readOnly={readOnly}
              onCommit={(code) => rename(store, region.id, code)}
            />
          </SettingRow>
        </div>
        {known?.note !== undefined && <p className={css.faint}>{known.note}</p>}
        <ElementFindings id={region.id} />
      </div>
      <Section title="Brokers" summary={counted(brokers.length, 'broker')}>
        {brokers.length === 0 ? (
          <p className={css.faint}>
            Drop a broker on the region, or choose the region in the broker’s inspector.
          </p>
        ) : (
          <div className={css.chips}>
            {brokers.map(({ id }) => (
              <ElementChip key={id} id={id} />
            ))}
          </div>
        )}
      </Section>
      <Section title="Connectors that leave or enter" summary={counted(crossing.length, 'connector')}>
        <div className={css.chips}>
          {crossing.map(({ id }) => (
            <ElementChip key={id} id={id} />
          ))}
        </div>
        {crossing.length === 0 && <p className={css.faint}>Nothing crosses its border.</p>}
      </Section>
    </>
  )
}
