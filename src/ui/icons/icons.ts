// Lucide's icons under the names this project uses. One line each: a name is a meaning, not a picture.
import {
  AppWindow,
  ArrowLeft,
  ArrowLeftRight,
  ArrowRight,
  ArrowUp,
  ArrowDown,
  Cable,
  Check,
  ChevronDown,
  ChevronRight,
  ChevronUp,
  CircleCheck,
  CircleQuestionMark,
  CircleStop,
  Clipboard,
  ClipboardCopy,
  Cloud,
  CodeXml,
  Command,
  Copy,
  CornerDownRight,
  Database,
  Download,
  Ellipsis,
  ExternalLink,
  Eye,
  EyeOff,
  FileArchive,
  FileCode,
  FileDown,
  FilePlus,
  FileUp,
  FolderOpen,
  Funnel,
  Gauge,
  GitCompare,
  Grid3x3,
  Info,
  Keyboard,
  Layers,
  Lightbulb,
  Link,
  ListEnd,
  ListTree,
  LocateFixed,
  Lock,
  MapPin,
  Maximize,
  Maximize2,
  Minimize2,
  Minus,
  Monitor,
  Moon,
  Network,
  PanelBottomClose,
  PanelLeftClose,
  PanelLeftOpen,
  PanelRightClose,
  PanelRightOpen,
  Pause,
  Pencil,
  Play,
  Plus,
  PowerOff,
  Radio,
  RefreshCw,
  Redo2,
  RotateCcw,
  Route,
  Save,
  Scan,
  Search,
  Settings2,
  ShieldCheck,
  SkipBack,
  SkipForward,
  StepBack,
  StepForward,
  StickyNote,
  Sun,
  Table2,
  Trash2,
  Undo2,
  Unplug,
  Upload,
  WandSparkles,
  Waypoints,
  Workflow,
  X,
} from 'lucide-react'
import { fromLucide } from './Icon.tsx'

export const UndoIcon = /* @__PURE__ */ fromLucide(Undo2)
export const RedoIcon = /* @__PURE__ */ fromLucide(Redo2)
export const SearchIcon = /* @__PURE__ */ fromLucide(Search)
export const CommandIcon = /* @__PURE__ */ fromLucide(Command)
export const LightIcon = /* @__PURE__ */ fromLucide(Sun)
export const DarkIcon = /* @__PURE__ */ fromLucide(Moon)
export const SystemThemeIcon = /* @__PURE__ */ fromLucide(Monitor)
export const HelpIcon = /* @__PURE__ */ fromLucide(CircleQuestionMark)
export const KeyboardIcon = /* @__PURE__ */ fromLucide(Keyboard)
export const LinkIcon = /* @__PURE__ */ fromLucide(Link)
export const ExternalIcon = /* @__PURE__ */ fromLucide(ExternalLink)
export const CloseIcon = /* @__PURE__ */ fromLucide(X)
export const CheckIcon = /* @__PURE__ */ fromLucide(Check)
export const PassedIcon = /* @__PURE__ */ fromLucide(CircleCheck)
export const InfoIcon = /* @__PURE__ */ fromLucide(Info)
export const IdeaIcon = /* @__PURE__ */ fromLucide(Lightbulb)
export const AddIcon = /* @__PURE__ */ fromLucide(Plus)
export const RemoveIcon = /* @__PURE__ */ fromLucide(Minus)
export const MoreIcon = /* @__PURE__ */ fromLucide(Ellipsis)
export const CopyIcon = /* @__PURE__ */ fromLucide(Copy)
export const CopyTextIcon = /* @__PURE__ */ fromLucide(ClipboardCopy)
export const PasteIcon = /* @__PURE__ */ fromLucide(Clipboard)
export const RenameIcon = /* @__PURE__ */ fromLucide(Pencil)
export const DeleteIcon = /* @__PURE__ */ fromLucide(Trash2)
export const ResetIcon = /* @__PURE__ */ fromLucide(RotateCcw)
export const ReloadIcon = /* @__PURE__ */ fromLucide(RefreshCw)
export const SwapIcon = /* @__PURE__ */ fromLucide(ArrowLeftRight)
export const FixIcon = /* @__PURE__ */ fromLucide(WandSparkles)
export const IgnoreIcon = /* @__PURE__ */ fromLucide(EyeOff)
export const ShowIcon = /* @__PURE__ */ fromLucide(Eye)
export const RouteIcon = /* @__PURE__ */ fromLucide(Route)
export const FilterIcon = /* @__PURE__ */ fromLucide(Funnel)
export const ChevronDownIcon = /* @__PURE__ */ fromLucide(ChevronDown)
export const ChevronRightIcon = /* @__PURE__ */ fromLucide(ChevronRight)
export const ChevronUpIcon = /* @__PURE__ */ fromLucide(ChevronUp)
export const ArrowRightIcon = /* @__PURE__ */ fromLucide(ArrowRight)
export const ArrowLeftIcon = /* @__PURE__ */ fromLucide(ArrowLeft)
export const ArrowUpIcon = /* @__PURE__ */ fromLucide(ArrowUp)
export const ArrowDownIcon = /* @__PURE__ */ fromLucide(ArrowDown)
export const TurnIcon = /* @__PURE__ */ fromLucide(CornerDownRight)
export const FitIcon = /* @__PURE__ */ fromLucide(Maximize)
export const CenterIcon = /* @__PURE__ */ fromLucide(LocateFixed)
export const ScanIcon = /* @__PURE__ */ fromLucide(Scan)
export const LayoutIcon = /* @__PURE__ */ fromLucide(Network)
export const EnlargeIcon = /* @__PURE__ */ fromLucide(Maximize2)
export const ShrinkIcon = /* @__PURE__ */ fromLucide(Minimize2)
export const FoldLeftIcon = /* @__PURE__ */ fromLucide(PanelLeftClose)
export const UnfoldLeftIcon = /* @__PURE__ */ fromLucide(PanelLeftOpen)
export const FoldRightIcon = /* @__PURE__ */ fromLucide(PanelRightClose)
export const UnfoldRightIcon = /* @__PURE__ */ fromLucide(PanelRightOpen)
export const FoldBottomIcon = /* @__PURE__ */ fromLucide(PanelBottomClose)
export const SwitchOffIcon = /* @__PURE__ */ fromLucide(PowerOff)
export const PlayIcon = /* @__PURE__ */ fromLucide(Play)
export const PauseIcon = /* @__PURE__ */ fromLucide(Pause)
export const StepForwardIcon = /* @__PURE__ */ fromLucide(StepForward)
export const StepBackIcon = /* @__PURE__ */ fromLucide(StepBack)
export const ToEndIcon = /* @__PURE__ */ fromLucide(SkipForward)
export const ToStartIcon = /* @__PURE__ */ fromLucide(SkipBack)
export const LoadIcon = /* @__PURE__ */ fromLucide(Gauge)
export const DownloadIcon = /* @__PURE__ */ fromLucide(Download)
export const UploadIcon = /* @__PURE__ */ fromLucide(Upload)
export const FileCodeIcon = /* @__PURE__ */ fromLucide(FileCode)
export const FileNewIcon = /* @__PURE__ */ fromLucide(FilePlus)
export const FileSaveIcon = /* @__PURE__ */ fromLucide(FileDown)
export const FileOpenIcon = /* @__PURE__ */ fromLucide(FileUp)
export const ArchiveIcon = /* @__PURE__ */ fromLucide(FileArchive)
export const FolderIcon = /* @__PURE__ */ fromLucide(FolderOpen)
export const SaveIcon = /* @__PURE__ */ fromLucide(Save)
export const CodeIcon = /* @__PURE__ */ fromLucide(CodeXml)
export const CompareIcon = /* @__PURE__ */ fromLucide(GitCompare)
export const TableIcon = /* @__PURE__ */ fromLucide(Table2)
export const MatrixIcon = /* @__PURE__ */ fromLucide(Grid3x3)
export const OutlineIcon = /* @__PURE__ */ fromLucide(ListTree)
export const StopIcon = /* @__PURE__ */ fromLucide(CircleStop)
export const SummaryIcon = /* @__PURE__ */ fromLucide(Waypoints)
export const FlowIcon = /* @__PURE__ */ fromLucide(Workflow)
export const TopologyIcon = /* @__PURE__ */ fromLucide(Network)
export const SettingsIcon = /* @__PURE__ */ fromLucide(Settings2)
export const LockIcon = /* @__PURE__ */ fromLucide(Lock)
export const SafeIcon = /* @__PURE__ */ fromLucide(ShieldCheck)
export const OutsideIcon = /* @__PURE__ */ fromLucide(Cloud)
export const ClientIcon = /* @__PURE__ */ fromLucide(AppWindow)
export const NoteIcon = /* @__PURE__ */ fromLucide(StickyNote)
export const PlaceIcon = /* @__PURE__ */ fromLucide(MapPin)
export const StoreIcon = /* @__PURE__ */ fromLucide(Database)
export const QueueIcon = /* @__PURE__ */ fromLucide(ListEnd)
export const TopicIcon = /* @__PURE__ */ fromLucide(Radio)
export const ConnectorIcon = /* @__PURE__ */ fromLucide(Cable)
export const DisconnectIcon = /* @__PURE__ */ fromLucide(Unplug)
export const GroupIcon = /* @__PURE__ */ fromLucide(Layers)
