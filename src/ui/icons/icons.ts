// Lucide's icons under the names this project uses. One line each: a name is a meaning, not a picture. Those of the
// first picture stand in `first.ts`.
import {
  ArrowDown,
  ArrowLeft,
  ArrowUp,
  Cable,
  ChevronRight,
  CircleCheck,
  Clipboard,
  ClipboardCopy,
  CodeXml,
  Command,
  Copy,
  Download,
  Ellipsis,
  ExternalLink,
  EyeOff,
  FileArchive,
  FileCode,
  FilePlus,
  FolderOpen,
  Gauge,
  Grid3x3,
  Keyboard,
  Layers,
  Lightbulb,
  ListEnd,
  ListTree,
  LocateFixed,
  Lock,
  PanelBottomClose,
  PanelRightClose,
  Pause,
  Pencil,
  Play,
  Radio,
  RotateCcw,
  Save,
  Scan,
  Settings2,
  ShieldCheck,
  SkipBack,
  SkipForward,
  StepBack,
  StepForward,
  Table2,
  Unplug,
  WandSparkles,
  Waypoints,
  Workflow,
} from 'lucide-react'
import { fromLucide } from './Icon.tsx'

export const CommandIcon = /* @__PURE__ */ fromLucide(Command)
export const KeyboardIcon = /* @__PURE__ */ fromLucide(Keyboard)
export const ExternalIcon = /* @__PURE__ */ fromLucide(ExternalLink)
export const PassedIcon = /* @__PURE__ */ fromLucide(CircleCheck)
export const IdeaIcon = /* @__PURE__ */ fromLucide(Lightbulb)
export const MoreIcon = /* @__PURE__ */ fromLucide(Ellipsis)
export const CopyIcon = /* @__PURE__ */ fromLucide(Copy)
export const CopyTextIcon = /* @__PURE__ */ fromLucide(ClipboardCopy)
export const PasteIcon = /* @__PURE__ */ fromLucide(Clipboard)
export const RenameIcon = /* @__PURE__ */ fromLucide(Pencil)
export const ResetIcon = /* @__PURE__ */ fromLucide(RotateCcw)
export const FixIcon = /* @__PURE__ */ fromLucide(WandSparkles)
export const IgnoreIcon = /* @__PURE__ */ fromLucide(EyeOff)
export const ChevronRightIcon = /* @__PURE__ */ fromLucide(ChevronRight)
export const ArrowLeftIcon = /* @__PURE__ */ fromLucide(ArrowLeft)
export const ArrowUpIcon = /* @__PURE__ */ fromLucide(ArrowUp)
export const ArrowDownIcon = /* @__PURE__ */ fromLucide(ArrowDown)
export const CenterIcon = /* @__PURE__ */ fromLucide(LocateFixed)
export const ScanIcon = /* @__PURE__ */ fromLucide(Scan)
export const FoldRightIcon = /* @__PURE__ */ fromLucide(PanelRightClose)
export const FoldBottomIcon = /* @__PURE__ */ fromLucide(PanelBottomClose)
export const PlayIcon = /* @__PURE__ */ fromLucide(Play)
export const PauseIcon = /* @__PURE__ */ fromLucide(Pause)
export const StepForwardIcon = /* @__PURE__ */ fromLucide(StepForward)
export const StepBackIcon = /* @__PURE__ */ fromLucide(StepBack)
export const ToEndIcon = /* @__PURE__ */ fromLucide(SkipForward)
export const ToStartIcon = /* @__PURE__ */ fromLucide(SkipBack)
export const LoadIcon = /* @__PURE__ */ fromLucide(Gauge)
export const DownloadIcon = /* @__PURE__ */ fromLucide(Download)
export const FileCodeIcon = /* @__PURE__ */ fromLucide(FileCode)
export const FileNewIcon = /* @__PURE__ */ fromLucide(FilePlus)
export const ArchiveIcon = /* @__PURE__ */ fromLucide(FileArchive)
export const FolderIcon = /* @__PURE__ */ fromLucide(FolderOpen)
export const SaveIcon = /* @__PURE__ */ fromLucide(Save)
export const CodeIcon = /* @__PURE__ */ fromLucide(CodeXml)
export const TableIcon = /* @__PURE__ */ fromLucide(Table2)
export const MatrixIcon = /* @__PURE__ */ fromLucide(Grid3x3)
export const OutlineIcon = /* @__PURE__ */ fromLucide(ListTree)
export const SummaryIcon = /* @__PURE__ */ fromLucide(Waypoints)
export const FlowIcon = /* @__PURE__ */ fromLucide(Workflow)
export const SettingsIcon = /* @__PURE__ */ fromLucide(Settings2)
export const LockIcon = /* @__PURE__ */ fromLucide(Lock)
export const SafeIcon = /* @__PURE__ */ fromLucide(ShieldCheck)
export const QueueIcon = /* @__PURE__ */ fromLucide(ListEnd)
export const TopicIcon = /* @__PURE__ */ fromLucide(Radio)
export const ConnectorIcon = /* @__PURE__ */ fromLucide(Cable)
export const DisconnectIcon = /* @__PURE__ */ fromLucide(Unplug)
export const GroupIcon = /* @__PURE__ */ fromLucide(Layers)
