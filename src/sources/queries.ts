import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { fetchText, isAbort } from './fetchText.ts'

/** Bytes of one file in `public/`. */
const LARGEST_OWN = 2_000_000

/** One client for the page. What it loads are files of this very build: they never grow old, and are asked for once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        retry: 1,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
    },
  })
}

/** What a query is for those who only show it. */
export type Fetched<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: T }

/** The text of a file in `public/`, by its path there. @throws Error with a sentence. */
export async function readOwn(path: string, signal?: AbortSignal): Promise<string> {
  const url = new URL(path, document.baseURI)
  try {
    return await fetchText(url, { most: LARGEST_OWN, ...(signal ? { signal } : {}) })
  } catch (error) {
    if (isAbort(error)) throw error
    throw new Error(`A part of Meshwright could not be loaded (${path}). Try again when you are online.`, {
      cause: error,
    })
  }
}

/** A file in `public/`, read once and kept. */
export function useOwn<T>(path: string, read: (text: string) => T): Fetched<T> {
  const query = useQuery({
    queryKey: ['own', path],
    queryFn: async ({ signal }) => read(await readOwn(path, signal)),
  })
  return fetched(query)
}

export function fetched<T>(query: UseQueryResult<T>): Fetched<T> {
  if (query.data !== undefined) return { status: 'ready', value: query.data }
  if (query.error) {
    const { message } = query.error
    return { status: 'failed', message, retry: () => void query.refetch() }
  }
  return { status: 'loading' }
}
