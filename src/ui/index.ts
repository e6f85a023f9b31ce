// The room's door. Every name is listed, so that what others may use changes on purpose.
// The provider comes first: it brings the global sheet, which states the order of all layers.
export { UiProvider, useAnnounce, useToast } from './UiProvider.tsx'
export { cx } from './cx.ts'
export { later, type Later, type Missing } from './later.tsx'
export { ariaKeys, thisPlatform } from './keys.ts'
export { createAnnouncer, type Announcement, type Announcer } from './a11y/announcer.ts'
export { VisuallyHidden } from './a11y/VisuallyHidden.tsx'

export { useTheme, type Theme, type ThemeChoice } from './style/useTheme.ts'

export { Button, type ButtonProps } from './controls/Button.tsx'
export { IconButton, type IconButtonProps } from './controls/IconButton.tsx'
export { KeyCap } from './controls/KeyCap.tsx'
export { Field, type FieldProblem, type FieldProps } from './controls/fields/Field.tsx'
export { SettingRow, type SettingRowProps } from './controls/fields/SettingRow.tsx'
export { TextInput, type TextInputProps } from './controls/fields/TextInput.tsx'
export { NumberInput, type NumberInputProps } from './controls/fields/NumberInput.tsx'
export { Select, type SelectProps } from './controls/choices/Select.tsx'
export { type SelectOption } from './controls/choices/SelectList.tsx'
export { TextArea, type TextAreaProps } from './controls/fields/TextArea.tsx'
export { loadLists } from './controls/choices/ListSurface.tsx'
export { Combobox, type ComboboxProps } from './controls/choices/Combobox.tsx'
export { type ComboboxSuggestion } from './controls/choices/SuggestionList.tsx'
export { ChoiceCards, type ChoiceCard, type ChoiceCardsProps } from './controls/choices/ChoiceCards.tsx'
export { EditableName, type EditableNameProps } from './controls/fields/EditableName.tsx'
export { CopyButton } from './controls/CopyButton.tsx'
export { TextLink } from './controls/TextLink.tsx'
export { Switch, type SwitchProps } from './controls/choices/Switch.tsx'
export { Checkbox, type CheckboxProps } from './controls/choices/Checkbox.tsx'
export { Segmented, type SegmentedOption, type SegmentedProps } from './controls/choices/Segmented.tsx'
export { Chip, type ChipProps } from './controls/Chip.tsx'
export { Badge } from './controls/Badge.tsx'

export { Section, type SectionProps } from './layout/Section.tsx'
export { TabList, TabPanel, Tabs, type TabItem } from './layout/Tabs.tsx'

export { ResizeHandle, type ResizeHandleProps } from './layout/ResizeHandle.tsx'
export { EmptyState, type EmptyStateProps } from './layout/EmptyState.tsx'
export { Table, Td, Th, type TableProps } from './layout/Table.tsx'
export { moveInGrid, type GridPlace, type GridSize } from './layout/moveInGrid.ts'
export { useRovingGrid } from './layout/useRovingGrid.ts'

export { Tooltip, type TooltipSide } from './overlay/Tooltip.tsx'
export { type MenuEntry } from './overlay/menuEntry.ts'
export { loadMenus, Menu, MenuAt, type MenuAtProps, type MenuProps } from './overlay/Menu.tsx'
export { Popover, type PopoverProps } from './overlay/Popover.tsx'
export { Dialog, type DialogProps } from './overlay/Dialog.tsx'
export {
  CommandPalette,
  type CommandGroup,
  type CommandItem,
  type CommandPaletteProps,
} from './overlay/CommandPalette.tsx'
export { ShortcutSheet, type ShortcutGroup } from './overlay/ShortcutSheet.tsx'
export {
  createToaster,
  type Toast,
  type ToastAction,
  type Toaster,
  type ToastRequest,
} from './overlay/toaster.ts'

export { Callout, type CalloutProps, type CalloutTone } from './feedback/Callout.tsx'
export { Meter, type MeterProps, type MeterThreshold } from './feedback/Meter.tsx'
export { ShareBar, type ShareBarProps, type SharePart } from './feedback/ShareBar.tsx'
export { Progress, type ProgressProps } from './feedback/Progress.tsx'
export { Spinner } from './feedback/Spinner.tsx'

export { CodeView, type CodeLine, type CodeSpan, type CodeViewProps } from './code/CodeView.tsx'
export { FoldedText } from './code/FoldedText.tsx'

export { SeverityMark, type Severity } from './marks/SeverityMark.tsx'
export { SeverityCounts } from './marks/SeverityCounts.tsx'
export { VerdictMark, type VerdictShape } from './marks/VerdictMark.tsx'
export { OkMark, StateDot, StopMark } from './marks/StateMarks.tsx'
export { StepMark } from './marks/StepMark.tsx'
export { Plate } from './marks/Plate.tsx'

export { type Icon, type IconProps } from './icons/Icon.tsx'
export { ICONS, type IconByName } from './icons/byName.ts'
export { Logo } from './icons/Logo.tsx'
export { PatternThumb, type PatternShape } from './icons/PatternThumb.tsx'
export {
  BrokerIcon,
  ConsumerIcon,
  DuplexIcon,
  OneWayIcon,
  PairIcon,
  ProducerIcon,
  RegionIcon,
  StuckIcon,
} from './icons/own.tsx'
export {
  AddIcon,
  ArrowRightIcon,
  CheckIcon,
  ChevronDownIcon,
  ChevronUpIcon,
  ClientIcon,
  CloseIcon,
  CompareIcon,
  DarkIcon,
  DeleteIcon,
  EnlargeIcon,
  FileOpenIcon,
  FileSaveIcon,
  FilterIcon,
  FitIcon,
  FoldLeftIcon,
  HelpIcon,
  LayoutIcon,
  LightIcon,
  LinkIcon,
  NoteIcon,
  OutsideIcon,
  PlaceIcon,
  RedoIcon,
  ReloadIcon,
  RemoveIcon,
  RouteIcon,
  SearchIcon,
  ShowIcon,
  ShrinkIcon,
  StoreIcon,
  StopIcon,
  SwapIcon,
  SwitchOffIcon,
  SystemThemeIcon,
  TopologyIcon,
  TurnIcon,
  UndoIcon,
  UnfoldLeftIcon,
  UnfoldRightIcon,
  UploadIcon,
  InfoIcon,
} from './icons/first.ts'
export {
  ArchiveIcon,
  ArrowDownIcon,
  ArrowLeftIcon,
  ArrowUpIcon,
  CenterIcon,
  ChevronRightIcon,
  CodeIcon,
  CommandIcon,
  ConnectorIcon,
  CopyIcon,
  CopyTextIcon,
  DisconnectIcon,
  DownloadIcon,
  ExternalIcon,
  FileCodeIcon,
  FileNewIcon,
  FixIcon,
  FlowIcon,
  FoldBottomIcon,
  FoldRightIcon,
  FolderIcon,
  GroupIcon,
  IdeaIcon,
  IgnoreIcon,
  KeyboardIcon,
  LoadIcon,
  LockIcon,
  MatrixIcon,
  MoreIcon,
  OutlineIcon,
  PassedIcon,
  PasteIcon,
  PauseIcon,
  PlayIcon,
  QueueIcon,
  RenameIcon,
  ResetIcon,
  SafeIcon,
  SaveIcon,
  ScanIcon,
  SettingsIcon,
  StepBackIcon,
  StepForwardIcon,
  SummaryIcon,
  TableIcon,
  ToEndIcon,
  ToStartIcon,
  TopicIcon,
} from './icons/icons.ts'
