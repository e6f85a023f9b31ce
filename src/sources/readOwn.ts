import { fetchText, isAbort } from './fetchText.ts'

/** Bytes of one file in `public/`. */
const LARGEST_OWN = 2_000_000

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
