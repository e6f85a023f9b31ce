import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { Designer } from '../page.ts'

/** Looks at the whole page, or at the part of it that has just come, which takes a tenth of the time. */
async function expectNoSeriousViolation(page: Page, part?: string): Promise<void> {
  const all = new AxeBuilder({ page })
  const { violations } = await (part === undefined ? all : all.include(part)).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}

const PANELS = ['Findings', 'Who reaches whom', 'Flow', 'XML', 'Summary', 'Outline']

const DIALOG = '[role="dialog"]'

/** What opens a dialogue, as the command palette calls it. */
const COMMANDS = [
  'Share…',
  'Export…',
  'Keyboard shortcuts',
  'Add a topology…',
  'Open a design…',
  'Import configuration…',
  'Open from a web address…',
  'Compare with…',
  'Connect to…',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    // Colours are measured where they stand, not on the way to another.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('the first visit has no serious barrier', async ({ page }) => {
      const designer = new Designer(page)
      await designer.visit()
      await expect(designer.findings().first()).toBeVisible()
      await expectNoSeriousViolation(page)
    })

    for (const name of PANELS) {
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

    test('no dialogue has a serious barrier', async ({ page }) => {
      test.slow()
      const designer = new Designer(page)
      await designer.visit()
      for (const command of COMMANDS) {
        await page.keyboard.press('ControlOrMeta+k')
        await expect(page.getByRole('dialog')).toBeVisible()
        if (command === COMMANDS[0]) await expectNoSeriousViolation(page, DIALOG)
        await page.keyboard.type(`> ${command}`)
        await page.getByRole('option', { name: command }).click()
        const dialog = page.getByRole('dialog')
        await expect(dialog).toBeVisible()
        await expect(dialog.getByRole('option', { name: command })).toHaveCount(0)
        await expectNoSeriousViolation(page, DIALOG)
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
      }
    })

    test('no menu, list or words under the pointer has a serious barrier', async ({ page }) => {
      const designer = new Designer(page)
      await designer.visit()
      const opened = async (role: 'menu' | 'listbox' | 'tooltip') => {
        await expect(page.getByRole(role)).toBeVisible()
        await expectNoSeriousViolation(page, `[role="${role}"]`)
        await page.keyboard.press('Escape')
        await expect(page.getByRole(role)).toHaveCount(0)
      }
      await page.getByRole('button', { name: /^Design / }).click()
      await opened('menu')
      await page.getByRole('button', { name: 'Theme' }).click()
      await opened('menu')
      await page.getByRole('combobox', { name: 'Target' }).click()
      await opened('listbox')
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).hover()
      await opened('tooltip')
      await designer.broker('billing').click({ button: 'right' })
      await opened('menu')
    })

    test.describe('on a phone', () => {
      test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

      test('no sheet has a serious barrier', async ({ page }) => {
        await new Designer(page).visit()
        for (const name of [...PANELS, 'Design']) {
          await page
            .getByRole('navigation')
            .getByRole('button', { name: new RegExp(`^${name}`) })
            .tap()
          await expect(page.getByRole('region', { name: 'Panel', exact: true })).toBeVisible()
          await expectNoSeriousViolation(page, '[aria-label="Panel"]')
        }
        await page.getByRole('button', { name: 'Share…' }).tap()
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectNoSeriousViolation(page)
      })
    })
  })
}

for (const key of ['ContextMenu', 'Shift+F10']) {
  test(`${key} opens the menu of a card that has the focus, and gives the focus back`, async ({ page }) => {
    const designer = new Designer(page)
    await designer.visit()
    await designer.broker('billing').focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('menu', { name: 'Selected broker' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(designer.broker('billing')).toBeFocused()
  })
}

test('the outline opens the same menu as the drawing, and a name asked for there is written there', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.visit()
  await designer.broker('edge-1').click({ button: 'right' })
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  const ofDrawing = await page.getByRole('menuitem').allInnerTexts()
  await page.keyboard.press('Escape')
  await designer.tab('Outline').click()
  const row = designer.panel().getByRole('treeitem', { name: /^edge-1,/ })
  await row.click()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu', { name: 'Selected broker' })).toBeVisible()
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(ofDrawing)
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Rename/ }).click()
  await expect(row.getByRole('textbox', { name: 'Name of edge-1' })).toBeFocused()
  await page.keyboard.type('shop-1')
  await page.keyboard.press('Enter')
  await expect(designer.broker('shop-1')).toBeVisible()
})
