import {
  isBrokerId,
  isClientId,
  isConnectorId,
  isNoteId,
  isRegionId,
  type ElementId,
  type Network,
} from '@meshwright/model'
import { actionKeys, runAction, type ActionId } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  CenterIcon,
  FoldRightIcon,
  GroupIcon,
  IconButton,
  Menu,
  MoreIcon,
  SummaryIcon,
  type MenuEntry,
} from '../../ui/index.ts'
import { ElementIcon } from '../common/ElementIcon.tsx'
import { lookOf, nameOfElement } from '../common/elementNames.ts'
import { useNetwork } from '../common/useDesign.ts'
import { useRunnable } from '../common/useRunnable.ts'
import { BrokerInspector } from './broker/BrokerInspector.tsx'
import { ClientInspector } from './ClientInspector.tsx'
import { ConnectorInspector } from './connector/ConnectorInspector.tsx'
import { DesignInspector } from './DesignInspector.tsx'
import shared from '../common/panel.module.css'
import css from './Inspector.module.css'
import { ManyInspector } from './many/ManyInspector.tsx'
import { NoteInspector } from './NoteInspector.tsx'
import { RegionInspector, type AwsRegions } from './RegionInspector.tsx'

const KIND_NAMES = {
  broker: 'Broker',
  pair: 'Active/standby pair',
  external: 'Outside broker',
  region: 'Region',
  connector: 'Connector',
  client: 'Client',
  note: 'Note',
} as const

/** What can be done with a selection, by kind; a menu leaves out what cannot be done now. */
const MENU: readonly ActionId[] = [
  'connect',
  'toggle-duplex',
  'flip-connector',
  'duplicate',
  'copy',
  'cut',
  'delete',
]

/** All of what is selected, to read and to change; the design itself when nothing is. */
export function InspectorPanel({ awsRegions }: AwsRegions) {
  const store = useStoreApi()
  const network = useNetwork()
  const selection = useStore((state) => state.session.selection)
  const [only] = selection
  const look = selection.length === 1 && only ? lookOf(network, only) : undefined
  const title = look ? KIND_NAMES[look] : selection.length > 1 ? 'Selection' : 'Design'
  return (
    <section className={shared.panel} aria-label="Inspector">
      <header className={shared.head}>
        {look ? <ElementIcon look={look} /> : selection.length > 1 ? <GroupIcon /> : <SummaryIcon />}
        <h2>{title}</h2>
        {selection.length > 0 && (
          <IconButton
            icon={<CenterIcon />}
            label="Bring into view"
            onClick={() => store.getState().view?.reveal(selection)}
          />
        )}
        {selection.length > 0 && <SelectionMenu />}
        <IconButton
          className={css.fold}
          icon={<FoldRightIcon />}
          label="Fold the inspector"
          onClick={() => store.getState().setFrame({ inspector: false })}
        />
      </header>
      {/* A new key for each element: what was typed and not taken belongs to the old one. */}
      <div className={shared.body} key={selection.join()} tabIndex={-1}>
        {selection.length > 1 ? (
          <ManyInspector network={network} ids={selection} />
        ) : (
          <One awsRegions={awsRegions} network={network} id={only} />
        )}
      </div>
    </section>
  )
}

interface OneProps extends AwsRegions {
  readonly network: Network
  readonly id: ElementId | undefined
}

function One({ network, id, awsRegions }: OneProps) {
  if (id === undefined) return <DesignInspector network={network} />
  if (isBrokerId(id)) {
    const broker = network.broker(id)
    if (broker) return <BrokerInspector network={network} broker={broker} />
  }
  if (isConnectorId(id)) {
    const connector = network.connector(id)
    if (connector) return <ConnectorInspector network={network} connector={connector} />
  }
  if (isRegionId(id)) {
    const region = network.region(id)
    if (region) return <RegionInspector network={network} region={region} awsRegions={awsRegions} />
  }
  if (isClientId(id)) {
    const client = network.design.clients.find((each) => each.id === id)
    if (client) return <ClientInspector network={network} client={client} />
  }
  if (isNoteId(id)) {
    const note = network.design.notes.find((each) => each.id === id)
    if (note) return <NoteInspector network={network} note={note} />
  }
  return <DesignInspector network={network} />
}

function SelectionMenu() {
  const store = useStoreApi()
  const network = useNetwork()
  const selection = useStore((state) => state.session.selection)
  const entries: readonly MenuEntry[] = useRunnable(MENU).map(({ id, title }) => ({
    id,
    label: title,
    keys: actionKeys(id)[0],
    onSelect: () => runAction(store, id),
  }))
  const [only] = selection
  const name = only && selection.length === 1 ? nameOfElement(network, only) : 'the selection'
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={<MoreIcon />} label={`More for ${name}`} />}
      entries={entries}
    />
  )
}
