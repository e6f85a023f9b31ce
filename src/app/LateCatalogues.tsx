import { useEffect, useState } from 'react'
import { createQueryClient, QueryClientProvider, useEngineCatalogue, useGallery } from '../sources/late.ts'
import type { Catalogues } from './catalogues.ts'

interface LateCataloguesProps {
  readonly onChange: (catalogues: Catalogues) => void
}

/** Reads the catalogues and hands them up. It is loaded after the first picture, which needs none of them. */
export function LateCatalogues({ onChange }: LateCataloguesProps) {
  const [client] = useState(createQueryClient)
  return (
    <QueryClientProvider client={client}>
      <Reader onChange={onChange} />
    </QueryClientProvider>
  )
}

function Reader({ onChange }: LateCataloguesProps) {
  const gallery = useGallery()
  const engines = useEngineCatalogue()
  const { status } = gallery
  const { status: engineStatus } = engines
  // Each answer is a new object; what it says changes with its status alone.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => onChange({ gallery, engines }), [onChange, status, engineStatus])
  return null
}
