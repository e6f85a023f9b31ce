import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

const star: Document = {
  ...EMPTY_DOCUMENT,
  design: {
    ...sketch('hub = orders { networkTTL=2 }; hub = billing { networkTTL=2 }; hub = edge { networkTTL=2 }'),
    name: 'star',
  },
}

test('single points of failure are ranked; one is switched off with the keyboard, and who is cut is told', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.follow(star)
  await designer.tab('Who reaches whom').press('Enter')
  const losses = designer.panel().getByRole('region', { name: 'Losses' })
  await expect(losses.getByRole('listitem')).toHaveCount(4)
  await expect(losses.getByRole('listitem').nth(0)).toContainText(
    'Without hub, 6 ways from one broker to another are cut. As an active/standby pair it would keep them',
  )
  await losses.getByRole('button', { name: /^Switch off: Without hub,/ }).press('Enter')
  await expect(losses).toContainText('Cut off, 6 ways: orders to billing, orders to edge')
  await expect(losses).toContainText('What hub holds cannot be had until it is back')

  await losses
    .getByRole('list', { name: 'Ways that are cut' })
    .getByRole('button', { name: 'orders → billing' })
    .press('Enter')
  const words = designer.panel().getByRole('article', { name: 'The pair in words' })
  await expect(words).toContainText('The way orders → hub → billing needs what is switched off.')
  await designer.panel().getByRole('button', { name: 'What if something is lost?' }).press('Enter')
  await designer.panel().getByRole('button', { name: 'Switch all on' }).press('Enter')
  await expect(losses).not.toContainText('Cut off')
})

test('the summary ranks what fails alone', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(star)
  await designer.tab('Summary').click()
  await expect(designer.panel().getByRole('heading', { name: 'Single points of failure' })).toBeVisible()
  await expect(designer.panel()).toContainText('Without hub-to-orders, 6 ways')
})
