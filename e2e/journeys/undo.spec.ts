import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

test('a name is changed, undone and done again, and undo says what it takes back', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow({ ...EMPTY_DOCUMENT, design: { ...sketch('north = south'), name: 'two' } })
  await designer.broker('north').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('arctic')
  await page.keyboard.press('Enter')
  await expect(designer.broker('arctic')).toBeVisible()
  const undo = page.getByRole('button', { name: /^Undo/ })
  await expect(undo).toHaveAccessibleName(/north.*arctic|arctic/)
  await undo.click()
  await expect(designer.broker('north')).toBeVisible()
  await expect(designer.broker('arctic')).toHaveCount(0)
  await page.getByRole('button', { name: /^Redo/ }).click()
  await expect(designer.broker('arctic')).toBeVisible()
})
