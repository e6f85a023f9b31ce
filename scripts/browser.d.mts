export interface FoundBrowser {
  readonly source: string
  readonly executablePath: string
}

/** The browser to use, or `undefined` where there is none. @throws when CHROMIUM_PATH names a file that is not there. */
export function findBrowser(): Promise<FoundBrowser | undefined>
