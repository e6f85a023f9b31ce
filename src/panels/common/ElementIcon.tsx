import {
  BrokerIcon,
  ClientIcon,
  ConnectorIcon,
  NoteIcon,
  OutsideIcon,
  PairIcon,
  RegionIcon,
  type Icon,
} from '../../ui/index.ts'
import type { ElementLook } from './elementNames.ts'

const ICONS: Readonly<Record<ElementLook, Icon>> = {
  broker: BrokerIcon,
  pair: PairIcon,
  external: OutsideIcon,
  region: RegionIcon,
  connector: ConnectorIcon,
  client: ClientIcon,
  note: NoteIcon,
}

/** The icon of a kind of element; decorative, its name stands beside it. */
export function ElementIcon({ look, size }: { readonly look: ElementLook; readonly size?: number }) {
  const Glyph = ICONS[look]
  return <Glyph size={size} />
}
