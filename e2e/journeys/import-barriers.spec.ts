import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { dropFiles } from '../dropFiles.ts'
import { HUB_FILES, HUB, onDisk, visit, dialog, open } from '../importing.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('no step of an import has a serious barrier', async ({ page }) => {
      const designer = await visit(page)
      const barriers = async () => {
        // What is still fading in has the contrast of its first moment.
        await dialog(page).evaluate((element) =>
          Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
        )
        const { violations } = await new AxeBuilder({ page }).analyze()
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
      }
      await page.keyboard.press('ControlOrMeta+i')
      await expect(dialog(page)).toBeVisible()
      expect(await barriers()).toEqual([])
      await dropFiles(page, [join(onDisk({ 'hub.xml': HUB }), 'hub.xml')])
      await expect(open(page)).toBeVisible()
      expect(await barriers()).toEqual([])
      await page.keyboard.press('Escape')
      await dropFiles(page, HUB_FILES)
      await expect(designer.broker('broker4')).toBeVisible()
      await page.getByRole('button', { name: 'Review' }).click()
      await expect(dialog(page)).toBeVisible()
      expect(await barriers()).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Export' }).click()
      await expect(dialog(page).getByRole('article')).toHaveCount(5)
      expect(await barriers()).toEqual([])
    })
  })
}
