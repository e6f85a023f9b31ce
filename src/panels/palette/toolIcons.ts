import { TOOLS } from '../../store/tools.ts'
import {
  BrokerIcon,
  ClientIcon,
  NoteIcon,
  OutsideIcon,
  PairIcon,
  RegionIcon,
  type Icon,
} from '../../ui/index.ts'

export type ToolKind = keyof typeof TOOLS

export const TOOL_KINDS = Object.keys(TOOLS) as readonly ToolKind[]

export const TOOL_ICONS: Readonly<Record<ToolKind, Icon>> = {
  broker: BrokerIcon,
  pair: PairIcon,
  region: RegionIcon,
  external: OutsideIcon,
  client: ClientIcon,
  note: NoteIcon,
}
