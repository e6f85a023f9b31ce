import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test, type Page } from '@playwright/test'
import { Designer } from '../page.ts'

const sites = {
  ...EMPTY_DOCUMENT,
  design: { ...sketch('target self-managed 5.18; north = south { networkTTL=2 }'), name: 'two sites' },
}

/** What is written is written in workers; while a worker's script is on the way that takes long for certain. */
async function hold(page: Page, script: RegExp): Promise<() => void> {
  let letGo: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(script, async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  return letGo
}

test('files that take long to write say so, can be stopped, and be written after all', async ({ page }) => {
  const letGo = await hold(page, /writer\.worker/)
  const designer = new Designer(page)
  await designer.follow(sites)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const line = dialog.getByText('Writing the files of 2 brokers')
  await expect(line).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(line).toHaveCount(0)
  await expect(dialog.getByText('Stopped: no file is written yet.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Download' })).toHaveAttribute('aria-disabled', 'true')

  letGo()
  await dialog.getByRole('button', { name: 'Go on' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Download \d+ files as a zip$/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('two-sites.zip')
  await expect(dialog).toHaveCount(0)
})

test('a summary that takes long says so, can be stopped, and be asked for again', async ({ page }) => {
  const letGo = await hold(page, /writer\.worker/)
  const designer = new Designer(page)
  await designer.follow(sites)
  await designer.tab('Summary').click()
  await expect(designer.panel().getByText('Summing up 2 brokers')).toBeVisible()
  await designer.panel().getByRole('button', { name: 'Stop' }).click()
  await expect(designer.panel().getByText('Stopped: there is no summary yet.')).toBeVisible()

  letGo()
  await designer.panel().getByRole('button', { name: 'Go on' }).click()
  await expect(designer.panel().getByRole('region', { name: 'Summary of the design' })).toContainText(
    '2 brokers',
  )
  await expect(designer.panel()).not.toContainText('Stopped')
})

test('a link that takes long to make says so, can be stopped, and be made after all', async ({ page }) => {
  const letGo = await hold(page, /link\.worker/)
  const designer = new Designer(page)
  await designer.follow(sites)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Making the link of 2 brokers')).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog).toContainText('Stopped: there is no link yet.')
  letGo()
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByRole('textbox', { name: 'The link' })).toHaveValue(/#d1\./)
})
