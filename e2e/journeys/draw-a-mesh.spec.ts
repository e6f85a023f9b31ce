import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

/** The three-broker mesh of the Amazon MQ guide: 1 to 2, 1 to 3 and 2 to 3, all duplex, for one common user. */
const MESH = ['B1-to-B2', 'B1-to-B3', 'B2-to-B3'] as const

async function expectGuidesMesh(designer: Designer): Promise<void> {
  for (const name of MESH) await expect(designer.connector(name)).toBeAttached()
  const files: Record<string, readonly string[]> = { B1: ['B2', 'B3'], B2: ['B3'], B3: [] }
  for (const [broker, remotes] of Object.entries(files)) {
    await designer.page
      .getByRole('navigation', { name: 'Files' })
      .getByRole('button', { name: new RegExp(`^${broker}\\.xml`) })
      .click()
    const code = designer.page.getByRole('region', { name: `${broker}.networkConnectors.xml` })
    for (const remote of remotes) {
      await expect(code).toContainText(`name="${broker}-to-${remote}"`)
      // One endpoint of a single instance: static, ssl, port 61617. AWS has given no ids yet, so the hosts stand for them.
      await expect(code).toContainText(
        new RegExp(`uri="static:\\(ssl://[^",]*${remote.toLowerCase()}[^",]*:61617\\)"`, 'i'),
      )
    }
    const text = await code.innerText()
    expect(text.match(/<networkConnector$/gm) ?? []).toHaveLength(remotes.length)
    expect(text.match(/duplex="true"/g) ?? []).toHaveLength(remotes.length)
    expect(text.match(/userName="myCommonUser"/g) ?? []).toHaveLength(remotes.length)
    expect(text).not.toMatch(/password|networkTTL/)
  }
}

test('the guide’s three-broker mesh takes at most 25 gestures with the mouse', async ({ page }) => {
  const designer = new Designer(page)
  await designer.visit()
  await designer.newDesign()
  for (const [name, x, y] of [
    ['B1', 150, 120],
    ['B2', 600, 120],
    ['B3', 380, 380],
  ] as const) {
    await designer.place('Broker', x, y)
    await designer.type(name)
    await expect(designer.broker(name)).toBeVisible()
  }
  await designer.connect('B1', 'B2')
  await designer.connect('B1', 'B3')
  await designer.connect('B2', 'B3')
  await designer.click(designer.drawing())
  await designer.choose(page.getByRole('combobox', { name: 'Target' }), 'Amazon MQ 5.19')
  await designer.click(page.getByRole('textbox', { name: /Bridge user/ }))
  await designer.type('myCommonUser')
  await designer.click(designer.tab('XML'))
  expect(designer.gestures).toBeLessThanOrEqual(25)
  await expectGuidesMesh(designer)
})

test('the guide’s three-broker mesh takes at most 60 keystrokes with the keyboard alone', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.visit()
  const command = async (words: string) => {
    await designer.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog', { name: 'Find a broker or run a command' })).toBeVisible()
    await designer.spell(words)
    await designer.press('Enter')
  }
  await command('new')
  await expect(designer.broker('hub')).toHaveCount(0)
  for (const name of ['B3', 'B2', 'B1']) {
    await designer.press('b')
    await expect(page.getByRole('textbox', { name: 'Name of the broker' })).toBeFocused()
    await designer.spell(name)
    await designer.press('Enter')
    await expect(designer.broker(name)).toBeFocused()
  }
  const connectTo = async (name: string) => {
    await designer.press('c')
    await expect(page.getByRole('dialog', { name: /^Connect / })).toBeVisible()
    await designer.spell(name)
    await designer.press('Enter')
  }
  // Drawing goes on where the last connector ended.
  await connectTo('B2')
  await expect(designer.connector('B1-to-B2')).toBeAttached()
  await connectTo('B3')
  await expect(designer.connector('B2-to-B3')).toBeAttached()
  // Alt and an arrow walk along the drawing; the walk is counted too.
  await walkTo('B1')
  await connectTo('B3')
  await expect(designer.connector('B1-to-B3')).toBeAttached()
  // A new design runs where the last one did, and the example runs on Amazon MQ.
  await expect(page.getByRole('combobox', { name: 'Target' })).toHaveText(/Amazon MQ 5.19/)
  await command('user')
  await expect(page.getByRole('textbox', { name: /Bridge user/ })).toBeFocused()
  await designer.spell('myCommonUser')
  await designer.press('Enter')
  expect(designer.keystrokes).toBeLessThanOrEqual(60)
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'XML' }).press('Enter')
  await expectGuidesMesh(designer)

  async function walkTo(name: string): Promise<void> {
    for (const arrow of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await designer.press(`Alt+${arrow}`)
      if (await designer.broker(name).evaluate((card) => card === document.activeElement)) return
    }
  }
})
