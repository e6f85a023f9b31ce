import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { encodeLink } from '@meshwright/model/share'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

const shared: Document = {
  ...EMPTY_DOCUMENT,
  design: { ...sketch('region eu-west-1: north; north = south { networkTTL=2 }'), name: 'two sites' },
}

test('what is shared opens elsewhere as the same network', async ({ page, browser }) => {
  const designer = new Designer(page)
  await designer.follow(shared)
  await page.getByRole('button', { name: 'Share' }).click()
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'The link' })
  await expect(field).toHaveValue(/#d1\./)
  const link = await field.inputValue()
  const other = await browser.newContext()
  const elsewhere = new Designer(await other.newPage())
  await elsewhere.page.goto(link)
  await expect(elsewhere.connector('north-to-south')).toHaveAccessibleName(
    /Duplex.*from north to south, declared on north, TTL 2/,
  )
  await other.close()
})

test('a link never overwrites what was on the screen', async ({ page }) => {
  const designer = new Designer(page)
  await designer.visit()
  await designer.newDesign()
  await designer.place('Broker', 300, 200)
  await designer.type('mine')
  await expect(designer.broker('mine')).toBeVisible()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await designer.follow(shared)
  await expect(designer.broker('north')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+o')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^untitled / })
    .first()
    .click()
  await expect(designer.broker('mine')).toBeVisible()
})

const whole = encodeLink(shared)

for (const [what, fragment, sentence] of [
  ['cut short', whole.slice(0, -20), /cut/i],
  ['of random bytes', 'd1.kS8f_3kd93kdKDJdk3kd9Kd0-dk39dk', /link/i],
  ['of a newer Meshwright', 'd2.AAAAAAAA', /newer/i],
] as const) {
  test(`a link ${what} says so and leaves a way on`, async ({ page }) => {
    await page.goto(`./#${fragment}`)
    await expect(page.getByText(sentence).first()).toBeVisible()
    await page
      .getByRole('button', { name: /example|new|empty|design/i })
      .first()
      .click()
    await expect(page.getByRole('main', { name: 'Drawing' })).toBeVisible()
  })
}

test('a link that a mail gateway rewrote still opens', async ({ page }) => {
  const designer = new Designer(page)
  await page.goto(`./#${whole.slice(0, 30)}%20${whole.slice(30)}.`)
  await expect(designer.broker('north')).toBeVisible()
})

test('the whole visit asks no other host for anything', async ({ page }) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  const designer = new Designer(page)
  await designer.follow(shared)
  await designer.tab('XML').click()
  await expect(page.getByRole('region', { name: /networkConnectors\.xml$/ })).toContainText(
    'networkConnector',
  )
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  const own = new URL(page.url()).host
  expect([...hosts].filter((host) => host !== '' && host !== own)).toEqual([])
})
