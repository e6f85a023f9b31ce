import { actionKeys, actionTitle, canRun, runAction, type ActionId } from '../../store/actions/index.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  ariaKeys,
  Button,
  DarkIcon,
  HelpIcon,
  IconButton,
  KeyCap,
  LightIcon,
  LinkIcon,
  Logo,
  Menu,
  RedoIcon,
  SearchIcon,
  SystemThemeIcon,
  thisPlatform,
  UndoIcon,
  UploadIcon,
  VisuallyHidden,
} from '../../ui/index.ts'
import { ChecksStatus } from '../../panels/index.ts'
import { useMedia } from '../useMedia.ts'
import { DesignMenu } from './DesignMenu.tsx'
import { SavedState } from './SavedState.tsx'
import { TargetSelect } from './TargetSelect.tsx'
import css from './TopBar.module.css'

/** Which design this is, whether it is kept, and what can be done with the whole of it. */
export function TopBar({ isNarrow }: { readonly isNarrow: boolean }) {
  const store = useStoreApi()
  const isTight = useMedia('(max-width: 900px)')
  return (
    <header className={css.bar} data-area="" data-tight={isTight || undefined}>
      <h1 className={css.brand}>
        <Logo size={24} />
        {isNarrow ? <VisuallyHidden>Meshwright</VisuallyHidden> : 'Meshwright'}
      </h1>
      <i className={css.slash}>/</i>
      <DesignMenu />
      <SavedState />
      <i className={css.rule} />
      <StepButton id="undo" />
      <StepButton id="redo" />
      <span className={css.slot}>
        <ChecksStatus />
      </span>
      <button
        type="button"
        className={css.search}
        aria-label="Find a broker or command"
        aria-keyshortcuts={ariaKeys('Mod+K', thisPlatform())}
        onClick={() => runAction(store, 'palette')}
      >
        <SearchIcon />
        <span className={css.searchWords}>Find a broker or command</span>
        {isTight ? null : <KeyCap keys="Mod+K" />}
      </button>
      <span className={css.end}>
        <TargetSelect hasPrefix={!isTight} />
        <i className={css.rule} />
        <ThemeMenu />
        {isTight ? null : (
          <IconButton
            label="Keyboard shortcuts"
            keys={actionKeys('shortcuts')[0]}
            icon={<HelpIcon />}
            onClick={() => runAction(store, 'shortcuts')}
          />
        )}
        {isNarrow ? (
          <IconButton label="Import" icon={<UploadIcon />} onClick={() => runAction(store, 'import')} />
        ) : (
          <Button icon={<UploadIcon />} onClick={() => runAction(store, 'import')}>
            Import
          </Button>
        )}
        {isTight ? (
          <IconButton label="Share" icon={<LinkIcon />} onClick={() => runAction(store, 'share')} />
        ) : (
          <Button icon={<LinkIcon />} onClick={() => runAction(store, 'share')}>
            Share
          </Button>
        )}
        <Button kind="primary" onClick={() => runAction(store, 'export')}>
          Export
        </Button>
      </span>
    </header>
  )
}

function StepButton({ id }: { readonly id: Extract<ActionId, 'undo' | 'redo'> }) {
  const store = useStoreApi()
  const title = useStore((state) => actionTitle(state, id))
  const isPossible = useStore((state) => canRun(state, id))
  return (
    <IconButton
      label={title}
      keys={actionKeys(id)[0]}
      icon={id === 'undo' ? <UndoIcon /> : <RedoIcon />}
      disabled={!isPossible}
      onClick={() => runAction(store, id)}
    />
  )
}

const THEMES = [
  { value: 'light', label: 'Light', icon: 'light' },
  { value: 'dark', label: 'Dark', icon: 'dark' },
  { value: 'system', label: "As the system's", icon: 'system-theme' },
] as const

function ThemeMenu() {
  const store = useStoreApi()
  const theme = useStore((state) => state.frame.theme)
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label="Theme"
          icon={theme === 'light' ? <LightIcon /> : theme === 'dark' ? <DarkIcon /> : <SystemThemeIcon />}
        />
      }
      entries={[
        {
          type: 'radio',
          id: 'theme',
          value: theme,
          options: THEMES,
          onChange: (value) => {
            const choice = THEMES.find((option) => option.value === value)
            if (choice) store.getState().setFrame({ theme: choice.value })
          },
        },
      ]}
    />
  )
}
