import { useEffect, useState } from 'react'
import {
  createQueryClient,
  QueryClientProvider,
  useEngineCatalogue,
  useGallery,
  useRegionCatalogue,
} from '../sources/queried.ts'
import type { Catalogues } from './catalogues.ts'

interface CatalogueReaderProps {
  readonly onChange: (catalogues: Catalogues) => void
}

/** Reads the catalogues and hands them up. It is loaded after the first picture, which needs none of them. */
export function CatalogueReader({ onChange }: CatalogueReaderProps) {
  const [client] = useState(createQueryClient)
  return (
    <QueryClientProvider client={client}>
      <Reader onChange={onChange} />
    </QueryClientProvider>
  )
}

function Reader({ onChange }: CatalogueReaderProps) {
  const gallery = useGallery()
  const engines = useEngineCatalogue()
  const regions = useRegionCatalogue()
  const answered = [gallery, engines, regions].map(({ status }) => status).join()
  // Each answer is a new object; what it says changes with its status alone.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => onChange({ gallery, engines, regions }), [onChange, answered])
  return null
}
