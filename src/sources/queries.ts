import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { readOwn } from './readOwn.ts'

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
