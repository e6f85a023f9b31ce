/** What the page hands down from elsewhere (`src/sources`): panels never fetch. */
export type Fetched<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: T }

/** Every dialog is on screen only while it is open, and asks the page to take it away. */
export interface DialogProps {
  readonly onClose: () => void
}
