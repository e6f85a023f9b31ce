/** The second door of the sources: what is read through react-query, loaded after the first picture. */
export { useEngineCatalogue, useRegionCatalogue } from './catalogues.ts'
export { useGallery } from './gallery.ts'
export { createQueryClient } from './queries.ts'
export { QueryClientProvider } from '@tanstack/react-query'
