import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test, type Download } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { Designer } from '../page.ts'

const spokes: Document = {
  ...EMPTY_DOCUMENT,
  design: { ...sketch('hub = orders; hub = billing'), name: 'spokes' },
}

async function textOf(download: Download): Promise<string> {
  return await readFile(await download.path(), 'utf8')
}

test('who never reaches whom is read with the keyboard alone, with the reason and what cures it', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.follow(spokes)
  await designer.tab('Who reaches whom').press('Enter')
  const table = designer.panel().getByRole('grid', { name: /^Who reaches whom/ })
  const cell = (name: string) => table.getByRole('gridcell', { name: new RegExp(`^${name}:`) })
  await expect(cell('orders to billing')).toHaveAccessibleName('orders to billing: never, stops on orders')
  await cell('hub to orders').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(cell('orders to billing')).toBeFocused()
  await page.keyboard.press('Enter')

  const words = designer.panel().getByRole('article', { name: 'The pair in words' })
  await expect(words.getByRole('heading', { level: 3 })).toHaveText('orders never reaches billing')
  await expect(words.getByRole('listitem').last()).toContainText('Messages stay on orders')
  const help = designer.panel().getByRole('region', { name: 'What would let it pass' })
  await expect(help).toContainText('This pair then: always.')
  await expect(help).toContainText('2 pairs get better, none worse.')

  await help.getByRole('button', { name: 'Apply fix' }).press('Enter')
  await expect(cell('orders to billing')).toHaveAccessibleName('orders to billing: always, 2 hops')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell('orders to billing')).toHaveAccessibleName(/never/)
})

test('a finding shows the route it speaks of, on the drawing and in the table', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(spokes)
  await designer.findings().filter({ hasText: 'never reach each other' }).click()
  await designer.panel().getByRole('button', { name: 'Show the route' }).click()
  await expect(designer.tab('Who reaches whom')).toHaveAttribute('aria-selected', 'true')
  const words = designer.panel().getByRole('article', { name: 'The pair in words' })
  await expect(words.getByRole('heading', { level: 3 })).toHaveText(/never reaches/)
  await expect(designer.drawing().getByRole('button', { name: 'Put the route out' })).toBeVisible()
})

test('the table is taken away as CSV and as Markdown', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(spokes)
  await designer.tab('Who reaches whom').click()
  await expect(designer.panel().getByRole('grid')).toBeVisible()
  const take = async (item: string) => {
    await designer.panel().getByRole('button', { name: 'Copy table' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ])
    return download
  }
  const csv = await take('Export CSV')
  expect(csv.suggestedFilename()).toBe('spokes-reach.csv')
  expect(await textOf(csv)).toMatch(/orders,billing,never/)
  const markdown = await take('Export Markdown')
  expect(markdown.suggestedFilename()).toBe('spokes-reach.md')
  expect(await textOf(markdown)).toMatch(/\| orders \|.*never/)
})

test('the table stands for any queue at first; what clients use is in the list, and one press leads back', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.visit()
  await designer.tab('Who reaches whom').click()
  await expect(designer.panel()).toContainText('stands for any queue')
  const box = designer.panel().getByRole('combobox', { name: 'Destination' })
  await box.click()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').first()).toContainText('any queue')
  await page.getByRole('option', { name: 'queue://payments.new' }).click()
  await expect(box).toHaveValue('queue://payments.new')
  await designer.panel().getByRole('button', { name: 'Any queue' }).click()
  await expect(designer.panel()).toContainText('stands for any queue')
})
