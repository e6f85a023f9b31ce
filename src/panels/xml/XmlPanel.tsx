import { isBrokerId, isConnectorId, type Broker, type BrokerId } from '@meshwright/model'
import { findingKey } from '@meshwright/model/checks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { findingsOf } from '../../store/checks/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  ArchiveIcon,
  Button,
  CodeView,
  CopyButton,
  DownloadIcon,
  EmptyState,
  FileCodeIcon,
  IconButton,
  Segmented,
  Spinner,
  type CodeLine,
} from '../../ui/index.ts'
import { nameOfElement } from '../common/elementNames.ts'
import { useDoor } from '../common/useDoor.ts'
import { show, useNetwork } from '../common/useDesign.ts'
import { BrokerFiles } from './BrokerFiles.tsx'
import { loadXml } from '../common/xml/loadXml.ts'
import { ToFillIn } from './ToFillIn.tsx'
import { touchedSettings, xmlLines } from './xmlLines.ts'
import shared from '../common/panel.module.css'
import css from './Xml.module.css'

export type Extent = 'connectors' | 'document'

/** The file of each broker, linked both ways with what is selected. */
export function XmlPanel() {
  const xml = useDoor(loadXml)
  const network = useNetwork()
  const owned = useMemo(() => network.design.brokers.filter(({ external }) => !external), [network])
  const broker = useShownBroker(owned)
  if (xml instanceof Error) {
    return (
      <EmptyState title="The XML could not be loaded" icon={<FileCodeIcon />}>
        Check the connection and open the page again. The design is safe.
      </EmptyState>
    )
  }
  if (!broker) {
    return (
      <EmptyState title="No file yet" icon={<FileCodeIcon />}>
        Every broker that is drawn gets a file. Add a broker to see its XML.
      </EmptyState>
    )
  }
  if (!xml) return <Spinner label="Loading the XML" />
  return <Files xml={xml} brokers={owned} broker={broker} />
}

interface FilesProps {
  readonly xml: Awaited<ReturnType<typeof loadXml>>
  readonly brokers: readonly Broker[]
  readonly broker: Broker
}

function Files({ xml, brokers, broker }: FilesProps) {
  const store = useStoreApi()
  const network = useNetwork()
  const [extent, setExtent] = useState<Extent>('connectors')
  const [instance, setInstance] = useState<0 | 1>(0)
  const selection = useStore((state) => state.session.selection)
  const finding = useStore((state) =>
    findingsOf(state).find((each) => findingKey(each) === state.session.finding),
  )
  const names = xml.fileNames(network.design).get(broker.id)
  const at = instance < (names?.configurations.length ?? 1) ? instance : 0
  // The one file that is shown, once.
  const written = useMemo(
    () =>
      extent === 'document'
        ? xml.writeConfiguration(network, broker.id, at)
        : xml.writeNetworkConnectors(network, broker.id),
    [xml, network, broker.id, extent, at],
  )
  const path = (extent === 'document' ? names?.configurations[at] : names?.connectors) ?? ''
  const code = useRef<HTMLDivElement>(null)
  const clicked = useRef<string>(undefined)
  const wanted = `${broker.id} ${extent} ${selection.join()}`
  useEffect(() => {
    // A click in the text has chosen what stands under the pointer: moving the text then would be rude.
    if (clicked.current === undefined || !wanted.endsWith(` ${clicked.current}`)) {
      code.current?.querySelector('[data-tone="selected"]')?.scrollIntoView({ block: 'nearest' })
    }
    clicked.current = undefined
  }, [wanted])
  if (!written) return null
  const lines = xmlLines(written, {
    selected: selection,
    nameOf: (id) => nameOfElement(network, id),
    ...(finding ? { finding: { severity: finding.severity, at: touchedSettings(finding) } } : {}),
  })
  const select = (line: CodeLine) => {
    const span = xml.spanAt(written.lines, line.number ?? 0)
    if (!span) return
    clicked.current = span.element
    show(store, [span.element])
  }
  return (
    <div className={shared.room}>
      <div className={css.panel}>
        <BrokerFiles xml={xml} brokers={brokers} shown={broker.id} />
        <div className={css.file}>
          <header className={shared.tools}>
            <Segmented
              aria-label="How much of the file"
              value={extent}
              options={[
                { value: 'connectors', label: 'Connectors only' },
                { value: 'document', label: 'Whole document' },
              ]}
              onChange={setExtent}
            />
            {extent === 'document' && (names?.configurations.length ?? 1) > 1 && (
              <Segmented
                aria-label="Which instance of the pair"
                value={at === 0 ? 'first' : 'second'}
                options={[
                  { value: 'first', label: 'First instance' },
                  { value: 'second', label: 'Second' },
                ]}
                onChange={(which) => setInstance(which === 'first' ? 0 : 1)}
              />
            )}
            <span className={css.path}>{path}</span>
            <CopyButton
              iconOnly
              kind="quiet"
              label={`Copy ${path}`}
              copy={() => store.ports.clipboard.write(written.text)}
            />
            <IconButton
              icon={<DownloadIcon />}
              label={`Download ${path}`}
              onClick={() => store.ports.download(path, written.text, 'application/xml')}
            />
            <Button
              size="small"
              icon={<ArchiveIcon size={14} />}
              onClick={() => store.getState().setSession({ dialog: 'export' })}
            >
              Download all…
            </Button>
          </header>
          <div className={css.code} ref={code}>
            <CodeView
              bare
              label={path}
              lines={lines}
              onSelectLine={select}
              onPointLine={(line) => {
                const span = line && xml.spanAt(written.lines, line.number ?? 0)
                store.getState().setSession({ lit: span ? [span.element] : [] })
              }}
            />
          </div>
        </div>
        <ToFillIn written={written} />
      </div>
    </div>
  )
}

/** The broker whose file is on screen: that of what is selected, else the one shown last, else the first. */
function useShownBroker(owned: readonly Broker[]): Broker | undefined {
  const network = useNetwork()
  const selection = useStore((state) => state.session.selection)
  const [last, setLast] = useState<BrokerId>()
  const ofSelection = selection
    .map((id) => (isBrokerId(id) ? id : isConnectorId(id) ? network.connector(id)?.from : undefined))
    .find((id) => owned.some((broker) => broker.id === id))
  if (ofSelection && ofSelection !== last) setLast(ofSelection)
  return owned.find(({ id }) => id === (ofSelection ?? last)) ?? owned[0]
}
