import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { Designer } from '../page.ts'

async function expectNoSeriousViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('the first visit has no serious barrier', async ({ page }) => {
      const designer = new Designer(page)
      await designer.visit()
      await expect(designer.findings().first()).toBeVisible()
      await expectNoSeriousViolation(page)
    })

    for (const name of ['Findings', 'Who reaches whom', 'Flow', 'XML', 'Summary', 'Outline']) {
      test(`the panel ${name} has no serious barrier`, async ({ page }) => {
        const designer = new Designer(page)
        await designer.visit()
        await designer.connector('hub-to-orders').press('Enter')
        const tab = designer.tab(name)
        // Clicking the open tab again folds the panel.
        if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click()
        await expect(designer.panel().getByRole('tabpanel')).toBeVisible()
        await expectNoSeriousViolation(page)
      })
    }

    for (const name of ['Share', 'Export', 'Keyboard shortcuts']) {
      test(`the dialogue behind ${name} has no serious barrier`, async ({ page }) => {
        const designer = new Designer(page)
        await designer.visit()
        await page.getByRole('button', { name, exact: true }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectNoSeriousViolation(page)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      })
    }
  })
}
