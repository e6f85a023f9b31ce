import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

/** What reading one file of three leaves: a broker that is ours, one that nobody described, and one that it may be. */
const READ: Document = {
  ...EMPTY_DOCUMENT,
  design: {
    ...sketch('edge -> hub-ext { name=uplink }; broker hub; external hub-ext { host=10.0.0.7 port=61616 }'),
    name: 'read',
  },
  layout: {
    regions: {},
    notes: {},
    brokers: { b1: { x: 0, y: 0 }, b2: { x: 0, y: 200 }, b3: { x: 400, y: 100 } },
  },
}

test('an outside broker is dragged on the broker that it is, and both are one', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(READ)
  const [outside, hub] = await Promise.all([
    designer.broker('hub-ext').boundingBox(),
    designer.broker('hub').boundingBox(),
  ])
  if (!outside || !hub) throw new Error('Both brokers should be on the drawing.')
  const { mouse } = page
  await mouse.move(outside.x + outside.width / 2, outside.y + outside.height / 2)
  await mouse.down()
  await mouse.move(hub.x + hub.width / 2 + 10, hub.y + hub.height / 2 + 10, { steps: 12 })
  await expect(designer.drawing().getByText('Merge hub-ext into hub')).toBeVisible()
  await mouse.up()

  await expect(designer.broker('hub-ext')).toHaveCount(0)
  await expect(designer.connector('uplink')).toHaveAccessibleName(/from edge to hub, /)
  await expect(page.getByText('Merged hub-ext into hub.').first()).toBeVisible()
  await page.getByRole('tab', { name: 'XML' }).click()
  await page
    .getByRole('navigation', { name: 'Files' })
    .getByRole('button', { name: /^edge\.xml/ })
    .click()
  // hub took over the address, so the connector's own file says the same as before.
  await expect(page.getByRole('region', { name: 'edge.networkConnectors.xml' })).toContainText(
    'uri="static:(tcp://10.0.0.7:61616)"',
  )

  await page.getByRole('button', { name: 'Undo merge hub-ext into hub' }).click()
  await expect(designer.broker('hub-ext')).toBeVisible()
  const back = await designer.broker('hub-ext').boundingBox()
  expect([Math.round(back?.x ?? 0), Math.round(back?.y ?? 0)]).toEqual([
    Math.round(outside.x),
    Math.round(outside.y),
  ])
})

test('an outside broker is merged from the keyboard: from its menu, and by the command palette', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.follow(READ)
  await designer.broker('hub-ext').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Merge into/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Merge hub-ext into' })
  await expect(dialog).toBeVisible()
  await page.keyboard.type('hub')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(designer.broker('hub-ext')).toHaveCount(0)
  await expect(designer.broker('hub')).toBeFocused()

  await page.keyboard.press('ControlOrMeta+z')
  await designer.broker('hub-ext').click()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Find a broker or run a command' })).toBeVisible()
  await page.keyboard.type('merge')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await page.keyboard.type('edge')
  await page.keyboard.press('Enter')
  await expect(designer.broker('hub-ext')).toHaveCount(0)
  await expect(page.getByText('uplink now leads from its broker to itself.').first()).toBeVisible()
})
