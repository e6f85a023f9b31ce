import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

test('a design is embedded in the theme and with the panels that its author chose', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow({ ...EMPTY_DOCUMENT, design: { ...sketch('hub = a; hub = b'), name: 'shown' } })
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Embed/ }).check({ force: true })
  await dialog.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await dialog.getByRole('button', { name: 'XML' }).click()
  await dialog.getByRole('button', { name: 'Findings' }).click()
  const code = await dialog.getByRole('textbox', { name: 'Code to paste' }).inputValue()
  const address = /src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(address).toMatch(/&m=embed&t=dark&p=findings\.xml$/)

  await page.goto('about:blank')
  await page.goto(address)
  await expect(designer.broker('hub')).toBeVisible()
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(designer.panel().getByRole('tab')).toHaveText(['Findings', 'XML'])
  await designer.tab('XML').click()
  await expect(designer.panel()).toContainText('networkConnector')
})
