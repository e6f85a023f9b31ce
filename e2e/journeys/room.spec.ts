import { EMPTY_DOCUMENT } from '@meshwright/model'
import { encodeLink } from '@meshwright/model/share'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

test('a broker put on the drawing from afar is named where it stands, and no letter is taken for a command', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.visit()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+-')
  await page.keyboard.press('b')
  await expect(page.getByRole('textbox', { name: 'Name of the broker' })).toBeFocused()
  await page.keyboard.type('billing-two')
  await page.keyboard.press('Enter')
  await expect(designer.broker('billing-two')).toBeFocused()
  await expect(designer.drawing().getByRole('group', { name: /^Broker / })).toHaveCount(8)
})

test('a broker is put where the words of an empty drawing stand', async ({ page }) => {
  const designer = new Designer(page)
  await designer.visit()
  await designer.newDesign()
  await page
    .getByRole('region', { name: 'Palette' })
    .getByRole('button', { name: /^Broker / })
    .click()
  const drawing = await designer.drawing().boundingBox()
  if (!drawing) throw new Error('There is no drawing.')
  await page.mouse.click(drawing.x + drawing.width / 2, drawing.y + drawing.height / 2 - 30)
  await page.keyboard.type('B1')
  await page.keyboard.press('Enter')
  await expect(designer.broker('B1')).toBeVisible()
})

test.describe('in a window of 1024 px', () => {
  test.use({ viewport: { width: 1024, height: 700 } })
  test('every tab of the panel is in sight, that of a comparison too', async ({ page }) => {
    const designer = new Designer(page)
    await designer.visit()
    await page.getByRole('button', { name: /^Design / }).click()
    await page.getByRole('menuitem', { name: 'Compare with…' }).click()
    await page
      .getByRole('textbox', { name: 'A link' })
      .fill(`https://elsewhere.example/#${encodeLink({ ...EMPTY_DOCUMENT, design: sketch('hub = a') })}`)
    await page.keyboard.press('Enter')
    await expect(designer.tab('Compare')).toHaveAttribute('aria-selected', 'true')
    const tabs = await designer.panel().getByRole('tab').all()
    expect(tabs).toHaveLength(7)
    for (const tab of tabs) await expect(tab).toBeInViewport({ ratio: 1 })
  })
})
