import { readDocumentText, refused, type Document, type Outcome } from '@meshwright/model'
import type { DesignAddress } from './designAddress.ts'
import { FetchFailure, fetchText, isAbort, type FetchOptions } from './fetchText.ts'

/** Bytes; the largest design we know of, with a thousand brokers, has a tenth of this. */
export const LARGEST_DESIGN = 5_000_000

/**
 * Reads a design from a web address. It is the one request to another host that the page can make, and only after the
 * user has agreed.
 *
 * @returns Refused with one sentence where it could not be read; `undefined` when it was cancelled. Never rejects.
 */
export async function readDesignAt(
  { url }: DesignAddress,
  options: Pick<FetchOptions, 'signal' | 'onProgress'> = {},
): Promise<Outcome<Document> | undefined> {
  try {
    return readDocumentText(await fetchText(url, { ...options, most: LARGEST_DESIGN }))
  } catch (error) {
    if (isAbort(error) || options.signal?.aborted) return undefined
    const message =
      error instanceof FetchFailure ? error.message : `${url.host} could not be read. Try again.`
    return refused({ code: 'not-fetched', message })
  }
}
