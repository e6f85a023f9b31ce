import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test, type Locator } from '@playwright/test'
import { Designer } from '../page.ts'

const chain: Document = {
  ...EMPTY_DOCUMENT,
  design: {
    ...sketch('orders = hub { networkTTL=2 }; hub = billing { networkTTL=2 }'),
    name: 'chain of three',
  },
}

class Flow extends Designer {
  setup(): Locator {
    return this.page.getByRole('region', { name: 'Flow set-up' })
  }

  lines(): Locator {
    return this.panel().getByRole('region', { name: 'The run in words' }).getByRole('listitem')
  }
}

test('messages are set going, stepped, read as text, and wait where a broker is switched off', async ({
  page,
}) => {
  const flow = new Flow(page)
  await flow.follow(chain)
  await flow.tab('Flow').click()
  const setup = flow.setup()
  await setup.getByRole('combobox', { name: 'Destination' }).fill('queue://invoices')
  await page.keyboard.press('Enter')
  await flow.choose(setup.getByRole('combobox', { name: 'Broker of the producer' }), 'orders')
  await flow.choose(setup.getByRole('combobox', { name: 'Broker of the consumer' }), 'billing')
  await expect(flow.lines().filter({ hasText: /received on billing/ })).toHaveCount(20)

  await flow.panel().getByRole('button', { name: 'One step on' }).click()
  await expect(flow.panel().getByText(/^Step 1 of/)).toBeVisible()
  await flow.panel().getByRole('button', { name: 'To the end' }).click()
  await expect(setup).toContainText(/20\s*received/)

  await setup.getByRole('switch', { name: 'billing runs' }).uncheck()
  await expect(setup).toContainText('costs 20 messages in this run')
  await expect(flow.lines().filter({ hasText: /stuck on orders/ })).not.toHaveCount(0)
  await setup.getByRole('switch', { name: 'billing runs' }).check()
  await expect(flow.lines().filter({ hasText: /received on billing/ })).toHaveCount(20)
})

const virtual: Document = {
  ...EMPTY_DOCUMENT,
  design: {
    ...sketch(`orders = billing; producer on orders of topic://VirtualTopic.paid;
      consumer on billing of queue://Consumer.ledger.VirtualTopic.paid`),
    name: 'virtual topic',
  },
}

test('what is sent to a virtual topic is received from the queue of its consumer group', async ({ page }) => {
  const flow = new Flow(page)
  await flow.follow(virtual)
  await flow.tab('Flow').click()
  const setup = flow.setup()
  await expect(setup).toContainText('of queue Consumer.ledger.VirtualTopic.paid')
  await expect(setup).toContainText(
    'orders always reaches billing through queue Consumer.ledger.VirtualTopic.paid',
  )
  await expect(
    flow.lines().filter({ hasText: /received on billing from queue Consumer\.ledger\.VirtualTopic\.paid/ }),
  ).toHaveCount(20)
})

test.describe('where less motion is asked for', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('the run is stepped instead of played, and says so', async ({ page }) => {
    const flow = new Flow(page)
    await flow.follow(chain)
    await flow.tab('Flow').click()
    const play = flow.panel().getByRole('button', { name: 'Play' })
    await expect(play).toHaveAttribute('aria-disabled', 'true')
    await play.focus()
    await expect(play).toHaveAccessibleDescription(/step through the run instead/)
    await flow.panel().getByRole('button', { name: 'One step on' }).click()
    await expect(flow.panel().getByText(/^Step 1 of/)).toBeVisible()
  })
})
