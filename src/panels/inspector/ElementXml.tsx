import { isConnectorId, type BrokerId, type ConnectorId, type Network } from '@meshwright/model'
import { useStoreApi } from '../../store/react.ts'
import { Button, CodeView, CopyButton, Section, Spinner, type CodeLine } from '../../ui/index.ts'
import { useDoor } from '../common/useDoor.ts'
import { counted } from '../common/words.ts'
import { useNetwork } from '../common/useDesign.ts'
import { highlightXml } from '../common/xml/highlightXml.ts'
import { loadXml } from '../common/xml/loadXml.ts'
import { elementLines } from '../xml/xmlLines.ts'
import css from './Inspector.module.css'

type Xml = Awaited<ReturnType<typeof loadXml>>

/** The XML that an element becomes, as it stands in its broker's file. */
export function ElementXml({ id }: { readonly id: BrokerId | ConnectorId }) {
  const store = useStoreApi()
  const network = useNetwork()
  const xml = useDoor(loadXml)
  const broker = isConnectorId(id) ? network.connector(id)?.from : id
  if (xml instanceof Error) {
    return (
      <Section title="XML of this element" foldable={false}>
        <p className={css.faint}>
          The XML could not be loaded. Check the connection and open the page again.
        </p>
      </Section>
    )
  }
  const shown = xml && broker ? linesOf(xml, network, broker, id) : undefined
  return (
    <Section
      title={isConnectorId(id) ? 'XML of this element' : 'XML of its connectors'}
      summary={shown?.file}
      {...(shown && shown.lines.length > 0
        ? {
            actions: (
              <CopyButton
                iconOnly
                kind="quiet"
                size="small"
                label="Copy"
                copy={() => store.ports.clipboard.write(shown.text)}
              />
            ),
          }
        : {})}
    >
      {!shown && <Spinner label="Loading the XML" />}
      {shown && shown.lines.length === 0 && (
        <p className={css.faint}>
          {broker && network.nameOf(broker)} declares no connector, so its file holds none.
        </p>
      )}
      {shown && shown.lines.length > 0 && <CodeView label={shown.file} lines={shown.lines} />}
      {shown && (
        <div className={css.actions}>
          <Button
            kind="link"
            size="small"
            onClick={() => {
              store.getState().setSession({ panel: 'xml' })
              store.getState().setFrame({ bottom: true })
            }}
          >
            Show {shown.file} {shown.total > 0 && `(${counted(shown.total, 'line')})`}
          </Button>
        </div>
      )}
    </Section>
  )
}

interface ShownXml {
  readonly file: string
  readonly lines: readonly CodeLine[]
  readonly text: string
  readonly total: number
}

function linesOf(
  xml: Xml,
  network: Network,
  broker: BrokerId,
  id: BrokerId | ConnectorId,
): ShownXml | undefined {
  const written = xml.writeConfiguration(network, broker)
  const names = xml.fileNames(network.design).get(broker)
  if (!written || !names) return undefined
  const file = names.configurations[0] ?? names.base
  const total = written.text.split('\n').length - 1
  if (isConnectorId(id)) {
    const lines = elementLines(written, id)
    return { file, lines, total, text: lines.map(textOf).join('\n') }
  }
  const connectors = xml.writeNetworkConnectors(network, broker)
  if (!connectors || network.declaredOn(broker).length === 0) return { file, lines: [], total, text: '' }
  const spans = highlightXml(connectors.text.replace(/\n$/, ''), { foldAt: 24 })
  return {
    file,
    total,
    text: connectors.text,
    lines: spans.map((line, index) => ({ id: String(index), spans: line })),
  }
}

function textOf({ spans }: CodeLine): string {
  return typeof spans === 'string' ? spans : spans.map((span) => span.text).join('')
}
