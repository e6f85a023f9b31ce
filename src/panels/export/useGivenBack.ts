import type { Design } from '@meshwright/model'
import { useEffect, useMemo, useState } from 'react'
import type { GivenBack } from '../../store/import/importing.ts'
import { ownOf } from '../../store/import/ownFiles.ts'
import { useStore, useStoreApi } from '../../store/react.ts'

/** The design's own files: not here, being worked out, or ready to go back. */
export type OwnState =
  | { readonly at: 'none' }
  | { readonly at: 'working' }
  | { readonly at: 'broke'; readonly message: string }
  | { readonly at: 'ready'; readonly back: GivenBack }

/** The files that the open design was read from, with what changed since; worked out away from the hand. */
export function useGivenBack(design: Design, strip: boolean): OwnState {
  const store = useStoreApi()
  const all = useStore((state) => state.own)
  const sources = useStore((state) => state.document.sources)
  const own = useMemo(() => ownOf(all, { design, ...(sources ? { sources } : {}) }), [all, design, sources])
  const [answer, setAnswer] = useState<{
    readonly of: object
    readonly strip: boolean
    readonly state: OwnState
  }>()
  const { reader } = store.ports
  useEffect(() => {
    if (own.length === 0 || !reader) return
    const abort = new AbortController()
    reader.giveBack(own, design, abort.signal, strip).then(
      (back) => setAnswer({ of: own, strip, state: { at: 'ready', back } }),
      (error: unknown) => {
        if (abort.signal.aborted) return
        const message = error instanceof Error ? error.message : String(error)
        setAnswer({ of: own, strip, state: { at: 'broke', message } })
      },
    )
    return () => abort.abort()
  }, [own, design, reader, strip])
  if (own.length === 0 || !reader) return { at: 'none' }
  return answer?.of === own && answer.strip === strip ? answer.state : { at: 'working' }
}
