import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test, type BrowserContext } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { Designer } from '../page.ts'

const document = { ...EMPTY_DOCUMENT, design: { ...sketch('north = south'), name: 'shared work' } }

/** A design of this browser, open in a tab. */
async function kept(context: BrowserContext): Promise<Designer> {
  const designer = new Designer(await context.newPage())
  await designer.follow(document)
  await designer.page.getByRole('button', { name: 'Keep it' }).click()
  await expect(designer.page.getByText('Saved in this browser')).toBeVisible()
  return designer
}

async function rename(designer: Designer, from: string, to: string): Promise<void> {
  await designer.broker(from).click()
  await designer.page.keyboard.press('F2')
  await designer.page.keyboard.press('ControlOrMeta+a')
  await designer.page.keyboard.type(to)
  await designer.page.keyboard.press('Enter')
  await expect(designer.broker(to)).toBeVisible()
}

test('two tabs that change the same design are asked, and both versions stay', async ({ context }) => {
  const first = await kept(context)
  const second = new Designer(await context.newPage())
  await second.page.goto('./')
  await expect(second.broker('north')).toBeVisible()
  await rename(second, 'north', 'theirs')
  // The first tab only looked, so it follows; then it changes something of its own.
  await expect(first.broker('theirs')).toBeVisible()
  await rename(first, 'south', 'mine')
  await expect(second.page.getByText('shared work was also changed in another tab. Go on')).toBeVisible()
  await second.page.getByRole('button', { name: 'Keep mine' }).click()
  await second.page.keyboard.press('ControlOrMeta+o')
  await expect(second.page.getByRole('dialog').getByRole('button', { name: /^shared work/ })).toHaveCount(2)
})

test('a browser without room says so, loses nothing, and saves when there is room again', async ({
  context,
}) => {
  await context.addInitScript(() => {
    const store = IDBObjectStore.prototype
    // It is called with the store that it was called on.
    // oxlint-disable-next-line typescript/unbound-method
    store.put = new Proxy(store.put, {
      apply(put, self, args) {
        if (localStorage.getItem('full') === 'yes')
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        return Reflect.apply(put, self, args)
      },
    })
  })
  const designer = await kept(context)
  const { page } = designer
  await page.evaluate(() => localStorage.setItem('full', 'yes'))
  await rename(designer, 'north', 'kept-all-the-same')
  await expect(
    page.getByText('This browser has no room left. Save the design as a file').first(),
  ).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('kept-all-the-same')

  await page.evaluate(() => localStorage.removeItem('full'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await page.goto('./')
  await expect(designer.broker('kept-all-the-same')).toBeVisible()
})
