import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

test('what goes on paper is the summary alone, with the drawing', async ({ page }) => {
  const designer = new Designer(page)
  await designer.visit()
  await designer.tab('Summary').click()
  await expect(designer.panel().getByRole('region', { name: 'Summary of the design' })).toContainText('7')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.getByRole('heading', { name: 'eu-payments', level: 1 })).toBeVisible()
  await expect(page.getByRole('img', { name: /eu-payments/ })).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByRole('banner')).toBeVisible()
})

test.describe('with the colours of the system', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('what is selected and how bad it is can still be told apart', async ({ page }) => {
    const designer = new Designer(page)
    await designer.visit()
    await designer.broker('billing').click()
    await expect(designer.inspector()).toContainText('billing')
    await expect(designer.findings().first().getByRole('img', { name: 'error' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    // A ring that is only a shadow would be gone: the chosen card has a line of its own.
    const widths = await Promise.all(
      ['billing', 'ledger'].map((name) =>
        designer.broker(name).evaluate((card) =>
          [card, ...card.querySelectorAll('*')].some((each) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(each)
            return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
          }),
        ),
      ),
    )
    expect(widths).toEqual([true, false])
  })
})
