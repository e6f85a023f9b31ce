import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test, type Locator } from '@playwright/test'
import { Designer } from '../page.ts'

/** Two brokers in a region that are linked, and one outside of it. */
const THREE: Document = {
  ...EMPTY_DOCUMENT,
  design: { ...sketch('region west: a, b; broker c; a -> b; b -> c'), name: 'three' },
  layout: {
    notes: {},
    regions: { r1: { x: 0, y: 0, width: 480, height: 160 } },
    brokers: { b1: { x: 20, y: 70 }, b2: { x: 300, y: 70 }, b3: { x: 300, y: 320 } },
  },
}

async function placeOf(card: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await card.boundingBox()
  if (!box) throw new Error('It is not on the drawing.')
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
}

let designer: Designer

test.beforeEach(async ({ page }) => {
  designer = new Designer(page)
  await designer.follow(THREE)
})

/** Takes something by its middle and drops it elsewhere. */
async function drag(what: Locator, by: { readonly x: number; readonly y: number }): Promise<void> {
  const { mouse } = designer.page
  const { x, y } = await placeOf(what)
  await mouse.move(x, y)
  await mouse.down()
  await mouse.move(x + by.x, y + by.y, { steps: 10 })
  await mouse.up()
}

test('a broker is renamed where it stands, and connectors that are named by it follow', async ({ page }) => {
  await designer.broker('b').dblclick()
  const field = page.getByRole('textbox', { name: 'Name of the broker' })
  await expect(field).toBeFocused()
  await field.fill('billing')
  await field.press('Enter')
  await expect(designer.broker('billing')).toBeVisible()
  await expect(designer.connector('a-to-billing')).toBeAttached()
  await expect(designer.connector('billing-to-c')).toBeAttached()
})

test('several are selected with Shift, copied and pasted with the connectors among them', async ({
  page,
}) => {
  await designer.broker('a').click()
  await designer.broker('b').click({ modifiers: ['Shift'] })
  await page.keyboard.press('ControlOrMeta+c')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(designer.broker('a-2')).toBeVisible()
  await expect(designer.connector('a-2-to-b-2')).toBeAttached()
  await page.keyboard.press('ControlOrMeta+d')
  await expect(designer.broker('b-3')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(designer.broker('b-3')).toHaveCount(0)
})

test('a box drawn with Shift selects what it touches, and Delete takes it away with its connectors', async ({
  page,
}) => {
  const { mouse } = page
  const [a, b] = [await placeOf(designer.broker('a')), await placeOf(designer.broker('b'))]
  await page.keyboard.down('Shift')
  await mouse.move(a.x - 90, a.y - 35)
  await mouse.down()
  await mouse.move(b.x + 60, b.y + 20, { steps: 10 })
  await mouse.up()
  await page.keyboard.up('Shift')
  await page.keyboard.press('Delete')
  await expect(designer.broker('a')).toHaveCount(0)
  await expect(designer.broker('b')).toHaveCount(0)
  await expect(designer.connector('b-to-c')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(designer.connector('b-to-c')).toBeAttached()
})

test('a connector is made duplex and declared on the other side from its menu, and each step can be taken back', async ({
  page,
}) => {
  const connector = designer.connector('a-to-b')
  await connector.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('d')
  await expect(connector).toHaveAccessibleName(/^Duplex connector/)
  await page.keyboard.press('f')
  await expect(designer.connector('b-to-a')).toHaveAccessibleName(/from b to a, declared on b/)
  await page.getByRole('button', { name: /^Undo declare/ }).click()
  await expect(connector).toHaveAccessibleName(/declared on a/)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(connector).toHaveAccessibleName(/^One-way connector/)
})

test('a region takes its brokers along, and a broker that is dropped outside leaves it', async () => {
  const head = designer.drawing().getByRole('group', { name: /^Region west/ })
  const [before, stays] = [await placeOf(designer.broker('a')), await placeOf(designer.broker('c'))]
  await drag(head, { x: 0, y: -40 })
  expect(await placeOf(designer.broker('a'))).toEqual({ x: before.x, y: before.y - 40 })
  expect(await placeOf(designer.broker('c'))).toEqual(stays)
  await expect(designer.broker('a')).toHaveAccessibleName('Broker a, west')
  await drag(designer.broker('a'), { x: 0, y: 200 })
  await expect(designer.broker('a')).toHaveAccessibleName(/^Broker a(?!, west)/)
  await expect(head).toHaveAccessibleName(/1 broker(?!s)/)
})

test('a card stops in line with another, unless Ctrl is held', async ({ page }) => {
  const { mouse } = page
  const [b, c] = [await placeOf(designer.broker('b')), await placeOf(designer.broker('c'))]
  await mouse.move(c.x, c.y)
  await mouse.down()
  // The first few px only take hold of the card.
  await mouse.move(c.x + 4, c.y)
  await mouse.move(c.x + 60, c.y, { steps: 5 })
  await expect.poll(async () => (await placeOf(designer.broker('c'))).x).toBeGreaterThan(b.x + 40)
  await mouse.move(c.x + 12, c.y)
  await expect.poll(async () => (await placeOf(designer.broker('c'))).x).toBe(b.x)
  await page.keyboard.down('Control')
  await mouse.move(c.x + 13, c.y)
  await expect.poll(async () => (await placeOf(designer.broker('c'))).x).toBe(b.x + 10)
  await page.keyboard.up('Control')
  await mouse.up()
})

test('the menu of a region lays its brokers out anew', async ({ page }) => {
  await drag(designer.broker('a'), { x: 20, y: 30 })
  const head = designer.drawing().getByRole('group', { name: /^Region west/ })
  await head.click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Lay out the selection/ }).click()
  await expect
    .poll(async () => (await placeOf(designer.broker('a'))).x - (await placeOf(designer.broker('b'))).x)
    .toBe(0)
  await page.getByRole('button', { name: 'Undo lay out the selection' }).click()
  await expect(page.getByRole('button', { name: 'Undo move a' })).toBeVisible()
})
