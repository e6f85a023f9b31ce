import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dropFiles } from '../dropFiles.ts'
import { HUB_FILES, brokerXml, HUB, LEAF, onDisk, visit, dialog, open } from '../importing.ts'

test('an answer to a question changes the picture at once', async ({ page }) => {
  const designer = await visit(page)
  const unsure = HUB.replace('leaf.example.org', 'elsewhere.example.org').replace('hub-to-leaf', 'uplink')
  const open61616 = LEAF.replace('tcp://leaf.example.org', 'tcp://0.0.0.0')
  const folder = onDisk({ 'hub.xml': unsure, 'leaf.xml': open61616 })
  await dropFiles(page, [join(folder, 'hub.xml'), join(folder, 'leaf.xml')])
  await expect(dialog(page).getByRole('heading', { name: /1 question/ })).toBeVisible()
  const question = dialog(page).getByRole('combobox', { name: /^Which broker is tcp:\/\/elsewhere/ })
  await designer.choose(question, 'None of these: an external broker')
  await expect(dialog(page)).toContainText('1 outside broker')
  await open(page).click()
  await expect(
    designer
      .drawing()
      .getByRole('group', { name: /outside|external/i })
      .first(),
  ).toBeVisible()
})

test('what was guessed is told until somebody puts it away, and another answer redraws at once', async ({
  page,
}) => {
  const designer = await visit(page)
  await dropFiles(page, HUB_FILES)
  const strip = page.getByRole('status').filter({ hasText: '4 addresses were answered by best guess' })
  await expect(strip).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)
  await expect(designer.connector('connector_hub_and_spoke_2')).toBeAttached()
  await strip.getByRole('button', { name: 'Review' }).click()
  const list = dialog(page).getByRole('list', { name: 'best guesses' })
  await expect(list.getByRole('listitem')).toHaveCount(4)
  await expect(list).toContainText('The connector connector_hub_and_spoke_2 on broker1 is called after it')
  const first = list.getByRole('combobox', { name: /was taken for broker2/ })
  await designer.choose(first, 'None of these: an external broker')
  await expect(list).toContainText('Chosen: None of these: an external broker. Best guess: broker2.')
  await page.keyboard.press('Escape')
  const outside = designer
    .drawing()
    .getByRole('group', { name: /b-56a18353/ })
    .first()
  await expect(outside).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(outside).toHaveCount(0)
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await page.reload()
  await expect(strip).toBeVisible()
  await strip.getByRole('button', { name: 'Put away' }).click()
  await expect(strip).toHaveCount(0)
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await page.reload()
  await expect(designer.broker('broker5')).toBeVisible()
  await expect(strip).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+k')
  await dialog(page).getByRole('combobox').fill('guessed')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('listitem')).toHaveCount(4)
})

test("the guide's raw text, pasted, is guessed from the names of its connectors and says so", async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const designer = await visit(page)
  const one = (name: string) =>
    `<networkConnector name="${name}" userName="myCommonUser" duplex="true" uri="static:(ssl://"/>`
  const text = `Cross-region mesh

Connectors for Broker1:

<networkConnectors> ${one('1_to_2')} ${one('1_to_3')} ${one('1_to_4')} </networkConnectors>

Connectors for Broker2:

<networkConnectors> ${one('2_to_3')} </networkConnectors>

Connectors for Broker4:

<networkConnectors> ${one('4_to_3')} ${one('4_to_2')} ${one('4_to_1')} </networkConnectors>
`
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await designer.drawing().click({ position: { x: 20, y: 500 } })
  await page.keyboard.press('ControlOrMeta+v')
  await expect(dialog(page)).toContainText('4 brokers')
  await expect(dialog(page)).toContainText(
    /1_to_4 was taken to lead to Broker4.*Its address is cut off, so its name was believed/s,
  )
  await expect(dialog(page)).toContainText(/1_to_4 on Broker1 and 4_to_1 on Broker4 both link/)
  await open(page).click()
  await expect(designer.broker('Broker4')).toBeVisible()
})

test('files that changed on disk update their design in one step; the same files once more are said to be the same', async ({
  page,
}) => {
  const designer = await visit(page)
  const folder = onDisk({ 'hub.xml': HUB, 'leaf.xml': LEAF })
  const paths = [join(folder, 'hub.xml'), join(folder, 'leaf.xml')]
  await dropFiles(page, paths)
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await dropFiles(page, paths)
  await expect(dialog(page)).toContainText('Nothing has changed in them since')
  await page.keyboard.press('Escape')
  writeFileSync(
    join(folder, 'leaf.xml'),
    brokerXml(
      'leaf',
      '',
      `
    <networkConnector name="leaf-to-far" uri="static:(tcp://far.example.org:61616)"/>
  `,
    ),
  )
  await dropFiles(page, [join(folder, 'leaf.xml')])
  await expect(dialog(page)).toContainText('1 changed')
  await dialog(page).getByRole('button', { name: 'Update Imported network' }).click()
  await expect(designer.connector('leaf-to-far')).toBeAttached()
  await expect(designer.broker('hub')).toHaveCount(1)
  await expect(designer.broker('leaf')).toHaveCount(1)
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('article', { name: 'leaf.xml' })).toContainText('unchanged')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(designer.connector('leaf-to-far')).toHaveCount(0)
})
