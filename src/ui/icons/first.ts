// Lucide's icons that the first picture shows, under our names. All others stand in `icons.ts` and are loaded after it.
import {
  Info,
  AppWindow,
  ArrowLeftRight,
  ArrowRight,
  Check,
  ChevronDown,
  ChevronUp,
  CircleQuestionMark,
  CircleStop,
  Cloud,
  CornerDownRight,
  Database,
  Eye,
  FileDown,
  FileUp,
  Funnel,
  GitCompare,
  Link,
  MapPin,
  Maximize,
  Maximize2,
  Minimize2,
  Minus,
  Monitor,
  Moon,
  Network,
  PanelLeftClose,
  PanelLeftOpen,
  PanelRightOpen,
  Plus,
  PowerOff,
  Redo2,
  RefreshCw,
  Route,
  Search,
  StickyNote,
  Sun,
  Trash2,
  Undo2,
  Upload,
  X,
} from 'lucide-react'
import { fromLucide } from './Icon.tsx'

export const UndoIcon = /* @__PURE__ */ fromLucide(Undo2)
export const RedoIcon = /* @__PURE__ */ fromLucide(Redo2)
export const SearchIcon = /* @__PURE__ */ fromLucide(Search)
export const LightIcon = /* @__PURE__ */ fromLucide(Sun)
export const DarkIcon = /* @__PURE__ */ fromLucide(Moon)
export const SystemThemeIcon = /* @__PURE__ */ fromLucide(Monitor)
export const HelpIcon = /* @__PURE__ */ fromLucide(CircleQuestionMark)
export const LinkIcon = /* @__PURE__ */ fromLucide(Link)
export const CloseIcon = /* @__PURE__ */ fromLucide(X)
export const CheckIcon = /* @__PURE__ */ fromLucide(Check)
export const AddIcon = /* @__PURE__ */ fromLucide(Plus)
export const RemoveIcon = /* @__PURE__ */ fromLucide(Minus)
export const DeleteIcon = /* @__PURE__ */ fromLucide(Trash2)
export const ReloadIcon = /* @__PURE__ */ fromLucide(RefreshCw)
export const SwapIcon = /* @__PURE__ */ fromLucide(ArrowLeftRight)
export const ShowIcon = /* @__PURE__ */ fromLucide(Eye)
export const RouteIcon = /* @__PURE__ */ fromLucide(Route)
export const FilterIcon = /* @__PURE__ */ fromLucide(Funnel)
export const ChevronDownIcon = /* @__PURE__ */ fromLucide(ChevronDown)
export const ChevronUpIcon = /* @__PURE__ */ fromLucide(ChevronUp)
export const ArrowRightIcon = /* @__PURE__ */ fromLucide(ArrowRight)
export const TurnIcon = /* @__PURE__ */ fromLucide(CornerDownRight)
export const FitIcon = /* @__PURE__ */ fromLucide(Maximize)
export const LayoutIcon = /* @__PURE__ */ fromLucide(Network)
export const EnlargeIcon = /* @__PURE__ */ fromLucide(Maximize2)
export const ShrinkIcon = /* @__PURE__ */ fromLucide(Minimize2)
export const FoldLeftIcon = /* @__PURE__ */ fromLucide(PanelLeftClose)
export const UnfoldLeftIcon = /* @__PURE__ */ fromLucide(PanelLeftOpen)
export const UnfoldRightIcon = /* @__PURE__ */ fromLucide(PanelRightOpen)
export const SwitchOffIcon = /* @__PURE__ */ fromLucide(PowerOff)
export const UploadIcon = /* @__PURE__ */ fromLucide(Upload)
export const FileSaveIcon = /* @__PURE__ */ fromLucide(FileDown)
export const FileOpenIcon = /* @__PURE__ */ fromLucide(FileUp)
export const CompareIcon = /* @__PURE__ */ fromLucide(GitCompare)
export const StopIcon = /* @__PURE__ */ fromLucide(CircleStop)
export const TopologyIcon = /* @__PURE__ */ fromLucide(Network)
export const OutsideIcon = /* @__PURE__ */ fromLucide(Cloud)
export const ClientIcon = /* @__PURE__ */ fromLucide(AppWindow)
export const NoteIcon = /* @__PURE__ */ fromLucide(StickyNote)
export const PlaceIcon = /* @__PURE__ */ fromLucide(MapPin)
export const StoreIcon = /* @__PURE__ */ fromLucide(Database)
export const InfoIcon = /* @__PURE__ */ fromLucide(Info)
