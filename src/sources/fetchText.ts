/** How far a transfer is. `total` is absent where the other side does not say. Unit: bytes. */
export interface Progress {
  readonly received: number
  readonly total?: number
}

export interface FetchOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** Bytes; more is refused while it arrives. */
  readonly most: number
}

/** A transfer that did not work, in one sentence for the user. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
}

/**
 * Reads a text from an address, without credentials and without saying where the reader comes from.
 *
 * @throws FetchFailure with a sentence; AbortError when it was cancelled.
 */
export async function fetchText(url: URL, { signal, onProgress, most }: FetchOptions): Promise<string> {
  const response = await start(url, signal)
  if (!response.ok) throw new FetchFailure(refusalOf(response.status, url.host))
  const length = Number(response.headers.get('content-length') ?? Number.NaN)
  const total = Number.isFinite(length) && length > 0 ? length : undefined
  if (total !== undefined && total > most) throw tooLarge(url.host, most)
  const decoder = new TextDecoder()
  let received = 0
  let text = ''
  const reader = response.body?.getReader()
  if (!reader) return response.text()
  for (;;) {
    const { done, value } = await read(reader, url.host)
    if (done) break
    received += value.byteLength
    if (received > most) {
      await reader.cancel()
      throw tooLarge(url.host, most)
    }
    text += decoder.decode(value, { stream: true })
    onProgress?.(total === undefined ? { received } : { received, total })
  }
  return text + decoder.decode()
}

async function start(url: URL, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      headers: { accept: 'application/json, text/plain' },
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (isAbort(error)) throw error
    throw new FetchFailure(
      `${url.host} did not answer, or does not let other pages read its files (CORS). Download the file there and open it here.`,
    )
  }
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array>, host: string) {
  try {
    return await reader.read()
  } catch (error) {
    if (isAbort(error)) throw error
    throw new FetchFailure(`The transfer from ${host} broke off. Try again.`)
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

function tooLarge(host: string, most: number): FetchFailure {
  return new FetchFailure(
    `What ${host} sends is larger than ${Math.round(most / 1_000_000)} MB. A design file is never that large; check the address.`,
  )
}

function refusalOf(status: number, host: string): string {
  if (status === 404 || status === 410)
    return `${host} has nothing at this address (${status}). Check the address.`
  if (status === 401 || status === 403)
    return `${host} wants a login (${status}). Meshwright sends none: download the file there and open it here.`
  if (status >= 500) return `${host} has a problem of its own (${status}). Try again later.`
  return `${host} answered with ${status} instead of the file. Check the address.`
}
