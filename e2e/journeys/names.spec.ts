import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  `"quotes" & 'apostrophes'`,
  '🐇 rabbit',
  'x'.repeat(10_000),
] as const

for (const name of HOSTILE) {
  test(`a broker called ${name.slice(0, 30)} is drawn, checked and written as what it is`, async ({
    page,
  }) => {
    page.on('dialog', () => expect.soft(false, 'markup in a name was run').toBe(true))
    const design = sketch('a = b')
    const document: Document = {
      ...EMPTY_DOCUMENT,
      design: {
        ...design,
        name: 'names',
        brokers: design.brokers.map((broker) => (broker.id === 'b1' ? { ...broker, name } : broker)),
      },
    }
    const designer = new Designer(page)
    await designer.follow(document)
    await expect(designer.broker('b')).toBeVisible()
    await expect(designer.drawing().locator('img[src="x"]')).toHaveCount(0)
    await expect(
      designer
        .panel()
        .getByText(/Nothing to fix|Why it matters/)
        .first(),
    ).toBeVisible()
    await designer.tab('XML').click()
    await page.getByText('Whole document').click()
    await expect(page.getByRole('region', { name: /\.xml$/ })).toContainText('brokerName=')
  })
}
