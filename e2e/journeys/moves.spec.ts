import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

function drawn(text: string): Document {
  return { ...EMPTY_DOCUMENT, design: { ...sketch(text), name: 'moves' } }
}

test('a flow says how a queue is shared, and what a consumer that moves leaves behind', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(
    drawn('broker a; a = b; producer on a of queue://q; consumer on b of queue://q { moves }'),
  )
  await designer.tab('Flow').press('Enter')
  const setup = page.getByRole('region', { name: 'Flow set-up' })
  await expect(setup).toContainText('Sent on a, on an idle network: 100 % to b.')
  await setup.getByRole('combobox', { name: 'The consumer on b moves to' }).press('Enter')
  await page.getByRole('option', { name: 'a', exact: true }).click()
  await expect(setup).toContainText(
    'Waiting messages sent on a stay behind on b. With replayWhenNoConsumers on every broker all follow.',
  )
})

test('a durable subscriber that moves is advised to use a virtual topic', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(
    drawn('broker a; a = b; producer on a of topic://t; consumer on b of topic://t { durable moves }'),
  )
  await designer.tab('Flow').press('Enter')
  const setup = page.getByRole('region', { name: 'Flow set-up' })
  await expect(setup).toContainText('a to b: 1 copy.')
  await setup.getByRole('combobox', { name: 'The consumer on b moves to' }).press('Enter')
  await page.getByRole('option', { name: 'a', exact: true }).click()
  await expect(setup).toContainText('The durable subscription stays on b')
  await expect(setup).toContainText('Use a virtual topic instead')
})
