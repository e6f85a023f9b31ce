import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { Designer } from '../page.ts'

const pair: Document = {
  ...EMPTY_DOCUMENT,
  design: { ...sketch('target self-managed 5.18; north = south { networkTTL=2 }'), name: 'two sites' },
}

test('a design saved as a file opens again as the same network', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(pair)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('ControlOrMeta+s'),
  ])
  expect(download.suggestedFilename()).toBe('two-sites.mesh.json')
  const path = await download.path()

  await page.goto('./')
  await expect(designer.broker('north')).toHaveCount(0)
  await page.getByRole('button', { name: /^Design / }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: /^Open a file/ }).click(),
  ])
  await chooser.setFiles({
    name: 'two-sites.mesh.json',
    mimeType: 'application/json',
    buffer: await readFile(path),
  })
  await expect(designer.connector('north-to-south')).toHaveAccessibleName(/TTL 2/)
})

test('all configurations are taken away as one zip', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(pair)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('dialog')
      .getByRole('button', { name: /as a zip$/ })
      .click(),
  ])
  const files = unzipSync(await readFile(await download.path()))
  const xml = Object.keys(files).filter((name) => name.endsWith('.xml'))
  expect(xml.length).toBeGreaterThanOrEqual(2)
  const north = new TextDecoder().decode(files[xml.find((name) => name.includes('north')) ?? ''])
  expect(north).toContain('networkTTL="2"')
  expect(north).not.toMatch(/password="(?!\$\{)/)
})
