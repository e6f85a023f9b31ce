import type { Page } from '@playwright/test'

/** Drops files and folders of this machine onto the page, as a hand does that drags them in from a file manager. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const size = page.viewportSize() ?? { width: 1440, height: 900 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: size.width / 2,
      y: size.height / 2,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    })
  }
  await session.detach()
}
