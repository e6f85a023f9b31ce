import { useCallback, useEffect, useState } from 'react'
import type { LibraryEntry } from '../../store/ports.ts'
import { useStoreApi } from '../../store/react.ts'

/** The designs of this browser, the newest first; read anew when another tab changes them. `undefined` while it reads. */
export function useDesigns(): {
  readonly designs: readonly LibraryEntry[] | undefined
  readonly refresh: () => void
} {
  const { library } = useStoreApi().ports
  const [designs, setDesigns] = useState<readonly LibraryEntry[]>()
  const refresh = useCallback(() => {
    void library.list().then((list) => setDesigns(list.toSorted((a, b) => b.changed - a.changed)))
  }, [library])
  useEffect(() => {
    refresh()
    return library.onChangedElsewhere(refresh)
  }, [library, refresh])
  return { designs, refresh }
}
