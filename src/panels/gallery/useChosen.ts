import type { Document, Outcome } from '@meshwright/model'
import { makeTopology, type GalleryEntry, type Values } from '@meshwright/model/gallery'
import { useEffect, useMemo, useState } from 'react'

/** Reads one of the gallery's files; never rejects. */
export type ReadDesign = (file: string) => Promise<Outcome<Document>>

/** The design that an entry stands for, with these values: made here, or read from its file. `undefined` while it is read. */
export function useChosen(
  entry: GalleryEntry | undefined,
  values: Values,
  readDesign: ReadDesign,
): Outcome<Document> | undefined {
  const file = entry?.file
  const [read, setRead] = useState<{ readonly file: string; readonly outcome: Outcome<Document> }>()
  useEffect(() => {
    if (file === undefined) return undefined
    let isWanted = true
    void readDesign(file).then((outcome) => isWanted && setRead({ file, outcome }))
    return () => {
      isWanted = false
    }
  }, [file, readDesign])
  const id = entry?.kind === 'topology' ? entry.id : undefined
  const made = useMemo(() => (id === undefined ? undefined : makeTopology(id, values)), [id, values])
  return made ?? (read?.file === file ? read?.outcome : undefined)
}
