import { join } from 'node:path'
import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { dropFiles } from '../dropFiles.ts'
import { HUB, LEAF, onDisk, visit, dialog, open, textOf } from '../importing.ts'
import { Designer } from '../page.ts'

test('a network is added to the open design as one step, and only its files are given back', async ({
  page,
}) => {
  const designer = await visit(page)
  await designer.newDesign()
  await designer.place('Broker', 300, 200)
  await designer.type('mine')
  const folder = onDisk({ 'hub.xml': HUB })
  await dropFiles(page, [join(folder, 'hub.xml')])
  await dialog(page).getByRole('button', { name: 'Add to this design' }).click()
  await expect(designer.broker('hub')).toBeVisible()
  await expect(designer.broker('mine')).toBeVisible()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('article', { name: 'hub.xml' })).toContainText('unchanged')
  await expect(dialog(page).getByRole('article', { name: 'mine.xml' })).toContainText('new')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(designer.broker('hub')).toHaveCount(0)
  await expect(designer.broker('mine')).toBeVisible()
})

test('values that were given beside a broker are given back with it', async ({ page }) => {
  const designer = await visit(page)
  const hub = HUB.replace('duplex="true"', 'duplex="true" networkTTL="${hops}"')
  const folder = onDisk({ 'hub.xml': hub, 'leaf.xml': LEAF, 'hub.properties': 'hops=2\n' })
  await dropFiles(
    page,
    ['hub.xml', 'leaf.xml', 'hub.properties'].map((name) => join(folder, name)),
  )
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('article')).toHaveCount(3)
  await expect(dialog(page).getByRole('article', { name: 'hub.properties' })).toContainText('unchanged')
})

test('a password stays in its file: no link, summary, picture, store or design file holds it', async ({
  page,
}) => {
  const SECRET = 'hunter2-of-the-bridge'
  const designer = await visit(page)
  const secret = HUB.replace('duplex="true"', `duplex="true" userName="bridge" password="${SECRET}"`).replace(
    '61616)',
    `61616?wireFormat.password=${SECRET})`,
  )
  await dropFiles(page, [
    join(onDisk({ 'hub.xml': secret, 'leaf.xml': LEAF }), 'hub.xml'),
    join(test.info().outputPath('given'), 'leaf.xml'),
  ])
  await expect(dialog(page)).toContainText('Passwords stand in your files in plain text')
  await expect(dialog(page)).toContainText('hub.xml, line 5')
  const seen: string[] = [await page.content()]
  await open(page).click()
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await designer.tab('XML').click()
  await expect(designer.panel()).toContainText('networkConnector')
  seen.push(await page.content())
  await designer.tab('Summary').click()
  await expect(designer.panel()).toContainText('hub')
  seen.push(await page.content())
  await page.getByRole('button', { name: 'Share' }).click()
  const link = dialog(page).getByRole('textbox', { name: 'The link' })
  await expect(link).toHaveValue(/#d1\./)
  seen.push(await link.inputValue())
  await page.keyboard.press('Escape')
  const arriving = page.waitForEvent('download')
  await page.keyboard.press('ControlOrMeta+s')
  seen.push(await textOf(await arriving))
  seen.push(
    await page.evaluate(async () => {
      const request = indexedDB.open('meshwright')
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('No database.')))
      })
      const all = database.transaction('designs').objectStore('designs').getAll()
      await new Promise((resolve) => all.addEventListener('success', resolve))
      return JSON.stringify([
        all.result,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        location.href,
      ])
    }),
  )
  for (const text of seen) expect(text).not.toContain(SECRET)
  expect(seen.at(-1)).toContain('hub-to-leaf')
  await page.getByRole('button', { name: 'Export' }).click()
  const returning = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Download hub.xml' }).click()
  expect(await textOf(await returning)).toBe(secret)
})

test('elsewhere a design has no files; given there, they are matched and take over what it says', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.follow({
    ...EMPTY_DOCUMENT,
    design: { ...sketch('hub = leaf { networkTTL=2 }'), name: 'two' },
  })
  await page.getByRole('button', { name: 'Export' }).click()
  await dialog(page)
    .getByRole('radio', { name: /^Your files/ })
    .check({ force: true })
  await expect(dialog(page)).toContainText('The files of two are not here')
  const folder = onDisk({ 'hub.xml': HUB, 'leaf.xml': LEAF })
  await dropFiles(page, [join(folder, 'hub.xml'), join(folder, 'leaf.xml')])
  await dialog(page).getByRole('button', { name: 'Keep with two' }).click()
  await expect(dialog(page).getByRole('article', { name: 'leaf.xml' })).toContainText('unchanged')
  const hub = dialog(page).getByRole('article', { name: 'hub.xml' })
  await expect(hub).toContainText('1 connector')
  await expect(hub).toContainText('networkTTL="2"')
  await page.keyboard.press('Escape')
  await expect(designer.broker('hub')).toHaveCount(1)
})

test('a browser without room for the files says so, and gives them back until the page is closed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    type Put = (this: IDBObjectStore, ...given: unknown[]) => IDBRequest
    const stores = IDBObjectStore.prototype as unknown as { put: Put }
    const { put } = stores
    stores.put = function (...given) {
      if (this.name === 'files') throw new DOMException('No room.', 'QuotaExceededError')
      return put.apply(this, given)
    }
  })
  const designer = await visit(page)
  const folder = onDisk({ 'hub.xml': HUB, 'leaf.xml': LEAF })
  await dropFiles(page, [join(folder, 'hub.xml'), join(folder, 'leaf.xml')])
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await expect(page.getByText(/no room left for the files that you imported/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('article')).toHaveCount(2)
})
