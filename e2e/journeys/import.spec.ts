import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_DOCUMENT, writeDocumentText } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { dropFiles } from '../dropFiles.ts'
import { CROSS, CROSS_FILES, HUB, LEAF, onDisk, visit, dialog, open, textOf } from '../importing.ts'

test("the guide's cross-region files show their double connector, and the fix touches no other line", async ({
  page,
}) => {
  const designer = await visit(page)
  const before = Date.now()
  await dropFiles(page, CROSS_FILES)
  await expect(designer.findings().filter({ hasText: 'duplex-at-both-ends' })).toBeVisible()
  test.info().annotations.push({ type: 'ms until the fault shows', description: `${Date.now() - before}` })
  await expect(designer.broker('broker4')).toBeVisible()
  await designer.findings().filter({ hasText: 'duplex-at-both-ends' }).click()
  await page
    .getByRole('region', { name: 'Quick fix' })
    .getByRole('button', { name: /^Apply/ })
    .click()
  await expect(designer.connector('4_to_1')).toHaveCount(0)
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Export' }).click()
  const files = dialog(page).getByRole('article')
  await expect(files).toHaveCount(4)
  for (const [name, words] of [
    ['broker1.xml', 'unchanged'],
    ['broker2.xml', 'unchanged'],
    ['broker3.xml', 'unchanged'],
    ['broker4.xml', '1 connector, −2'],
  ] as const) {
    await expect(dialog(page).getByRole('article', { name })).toContainText(words)
    const arriving = page.waitForEvent('download')
    await dialog(page)
      .getByRole('button', { name: `Download ${name}` })
      .click()
    const was = readFileSync(new URL(name, CROSS), 'utf8')
    const is = await textOf(await arriving)
    if (name !== 'broker4.xml') expect(is).toBe(was)
    else {
      const lines = was.split('\n')
      const at = lines.findIndex((line) => line.includes('"4_to_1"'))
      expect(is).toBe(lines.toSpliced(at, 2).join('\n'))
    }
  }
  const arriving = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Download 4 files as a zip' }).click()
  expect((await arriving).suggestedFilename()).toBe('Imported-network-files.zip')
})

test("a fix is previewed as the lines of the user's own file that change, and no others", async ({
  page,
}) => {
  const designer = await visit(page)
  await dropFiles(page, CROSS_FILES)
  await designer.findings().filter({ hasText: 'duplex-at-both-ends' }).click()
  const lines = page.getByRole('region', { name: 'Quick fix' }).getByLabel(/^Lines of your files that change/)
  await expect(lines).toContainText('name="4_to_1" userName="myCommonUser" duplex="true"')
  const fix = page.getByRole('region', { name: 'Quick fix' })
  await expect(fix).toContainText('broker4.xml -2')
  await expect(fix).toContainText('2 lines in 1 file')
})

test('files that leave nothing to ask open at once, and the details can be read after', async ({ page }) => {
  const designer = await visit(page)
  const folder = onDisk({ 'hub.xml': HUB, 'leaf.xml': LEAF })
  await dropFiles(page, [join(folder, 'hub.xml'), join(folder, 'leaf.xml')])
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await expect(dialog(page)).toHaveCount(0)
  // The message lies over the drawing, not over what is read and pressed next.
  const message = page.getByRole('region', { name: 'Messages' }).getByText('2 brokers')
  const [lowest, panel] = await Promise.all([message.boundingBox(), designer.panel().boundingBox()])
  expect(lowest && lowest.y + lowest.height).toBeLessThan(panel?.y ?? 0)
  await page.getByRole('button', { name: 'Details' }).click()
  await expect(dialog(page)).toContainText('2 brokers')
  await expect(open(page)).toHaveCount(0)
})

test('one file alone shows the broker that nobody described', async ({ page }) => {
  const designer = await visit(page)
  await dropFiles(page, [join(onDisk({ 'hub.xml': HUB }), 'hub.xml')])
  await expect(dialog(page)).toContainText('1 outside broker')
  await expect(dialog(page)).toContainText('add its file, or merge it with the broker it is')
  await open(page).click()
  await expect(page.getByRole('button', { name: 'Design hub' })).toBeVisible()
  await expect(designer.broker('hub')).toBeVisible()
})

test('text can be pasted into the dialog, found by the menu and by the palette', async ({ page }) => {
  const designer = await visit(page)
  await page.getByRole('button', { name: /^Design / }).click()
  await page.getByRole('menuitem', { name: /^Import configuration/ }).click()
  await dialog(page).getByRole('textbox', { name: 'Or paste text' }).fill('nothing of a broker')
  await dialog(page).getByRole('button', { name: 'Read the text' }).click()
  await expect(dialog(page)).toContainText('No network was found')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await dialog(page).getByRole('combobox').fill('import config')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('textbox', { name: 'Or paste text' }).fill(HUB)
  await dialog(page).getByRole('button', { name: 'Read the text' }).click()
  await open(page).click()
  await expect(designer.broker('hub')).toBeVisible()
})

test('a design saved here opens as the design that it is', async ({ page }) => {
  const designer = await visit(page)
  const text = writeDocumentText({
    ...EMPTY_DOCUMENT,
    design: { ...sketch('north = south'), name: 'two sites' },
  })
  await dropFiles(page, [join(onDisk({ 'two.mesh.json': text }), 'two.mesh.json')])
  await expect(page.getByRole('button', { name: 'Design two sites' })).toBeVisible()
  await expect(designer.broker('north')).toBeVisible()
})
