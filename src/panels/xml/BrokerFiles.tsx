import { isPair, type Broker, type BrokerId } from '@meshwright/model'
import { memo } from 'react'
import { findingsByElement, findingsOf } from '../../store/checks/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { ConnectorIcon, SeverityMark, VisuallyHidden } from '../../ui/index.ts'
import { ElementIcon } from '../common/ElementIcon.tsx'
import { show, useNetwork } from '../common/useDesign.ts'
import { counted } from '../common/words.ts'
import type { loadXml } from '../common/xml/loadXml.ts'
import css from './Xml.module.css'

interface BrokerFilesProps {
  readonly xml: Awaited<ReturnType<typeof loadXml>>
  readonly brokers: readonly Broker[]
  readonly shown: BrokerId
}

/** Every broker that has a file; a click shows it and selects the broker. A thousand rows: drawn anew only where they change. */
export const BrokerFiles = memo(function BrokerFiles({ xml, brokers, shown }: BrokerFilesProps) {
  const store = useStoreApi()
  const network = useNetwork()
  const byElement = useStore((state) => findingsByElement(findingsOf(state)))
  const names = xml.fileNames(network.design)
  return (
    <nav className={css.files} aria-label="Files">
      <ul>
        {brokers.map((broker) => {
          const connectors = network.declaredOn(broker.id)
          const worst = [broker.id, ...connectors.map(({ id }) => id)]
            .map((id) => byElement.get(id)?.[0].severity)
            .toSorted((a, b) => RANK.indexOf(a) - RANK.indexOf(b))[0]
          return (
            <li key={broker.id}>
              <button
                type="button"
                className={css.fileRow}
                aria-current={broker.id === shown}
                onClick={() => show(store, [broker.id])}
              >
                <ElementIcon look={isPair(broker) ? 'pair' : 'broker'} size={14} />
                <span className={css.fileName}>{names.get(broker.id)?.base ?? broker.name}.xml</span>
                {worst && <SeverityMark severity={worst} size={12} label={`has findings, worst: ${worst}`} />}
                <span
                  className={css.fileCount}
                  title={`${counted(connectors.length, 'connector')} declared here`}
                >
                  <ConnectorIcon size={12} />
                  {connectors.length}
                  <VisuallyHidden>{connectors.length === 1 ? ' connector' : ' connectors'}</VisuallyHidden>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
})

const RANK = ['error', 'warning', 'note', undefined] as readonly (string | undefined)[]
