import { Component, type ReactNode } from 'react'
import { saveFile } from '../store/keeping/files.ts'
import { StoreContext } from '../store/react.ts'
import { Button, EmptyState, FileSaveIcon, ReloadIcon, SeverityMark } from '../ui/index.ts'
import css from './App.module.css'

/** Catches a fault of ours: the document is still in the store, so it can be saved, and the page can go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error?: Error }> {
  static override contextType = StoreContext
  declare context: React.ContextType<typeof StoreContext>

  override state: { readonly error?: Error } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    const store = this.context
    if (!error) return this.props.children
    return (
      <main className={css.alone}>
        <EmptyState
          icon={<SeverityMark severity="error" size={28} />}
          title="Meshwright made a mistake"
          actions={
            <>
              {store ? (
                <Button kind="primary" icon={<FileSaveIcon />} onClick={() => saveFile(store)}>
                  Save the design as a file
                </Button>
              ) : null}
              <Button icon={<ReloadIcon />} onClick={() => this.setState({})}>
                Go on
              </Button>
            </>
          }
        >
          Your design is not lost. Save it as a file, then go on or reload the page. What went wrong:{' '}
          {error.message}
        </EmptyState>
      </main>
    )
  }
}
