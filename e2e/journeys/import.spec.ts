import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { EMPTY_DOCUMENT, writeDocumentText } from '@meshwright/model'
import { zipFiles } from '@meshwright/model/export'
import { sketch } from '@meshwright/model/sketch'
import { expect, test, type Download, type Page } from '@playwright/test'
import { dropFiles } from '../dropFiles.ts'
import { Designer } from '../page.ts'

const CROSS = new URL('../../public/examples/aws-cross-region/', import.meta.url)
const CROSS_FILES = readdirSync(CROSS).map((name) => new URL(name, CROSS).pathname)
const HUB_AND_SPOKE = new URL('../../public/examples/aws-hub-and-spoke/', import.meta.url)
const HUB_FILES = readdirSync(HUB_AND_SPOKE).map((name) => new URL(name, HUB_AND_SPOKE).pathname)

const brokerXml = (name: string, more = '', connectors = '') => `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${name}, as it runs -->
<broker xmlns="http://activemq.apache.org/schema/core" brokerName="${name}"${more}>
  <networkConnectors>${connectors}</networkConnectors>
  <transportConnectors>
    <transportConnector name="openwire" uri="tcp://${name}.example.org:61616"/>
  </transportConnectors>
</broker>
`
const HUB = brokerXml(
  'hub',
  '',
  `
    <networkConnector name="hub-to-leaf" duplex="true" uri="static:(tcp://leaf.example.org:61616)"/>
  `,
)
const LEAF = brokerXml('leaf')

/** Files on the disk of this test, by their paths below a folder of its own. */
function onDisk(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = test.info().outputPath('given')
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path)
    mkdirSync(join(place, '..'), { recursive: true })
    writeFileSync(place, content)
  }
  return folder
}

/** A small archive whose one file says that it unpacks to half a gigabyte. */
function bomb(): Uint8Array {
  const zip = zipFiles([{ path: 'bomb.xml', text: HUB }])
  const central = zip.findLastIndex((_, i) => zip[i] === 0x50 && zip[i + 1] === 0x4b && zip[i + 2] === 1)
  zip.set([0, 0, 0, 0x20], central + 24)
  return zip
}

async function visit(page: Page): Promise<Designer> {
  const designer = new Designer(page)
  await designer.visit()
  return designer
}

const dialog = (page: Page) => page.getByRole('dialog')
const open = (page: Page) => dialog(page).getByRole('button', { name: 'Open as a new design' })

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8')
}

test("the guide's cross-region files show their double connector, and the fix touches no other line", async ({
  page,
}) => {
  const designer = await visit(page)
  const before = Date.now()
  await dropFiles(page, CROSS_FILES)
  await expect(designer.findings().filter({ hasText: 'duplex-at-both-ends' })).toBeVisible()
  test.info().annotations.push({ type: 'ms until the fault shows', description: `${Date.now() - before}` })
  await expect(designer.broker('broker4')).toBeVisible()
  await designer.findings().filter({ hasText: 'duplex-at-both-ends' }).click()
  await page
    .getByRole('region', { name: 'Quick fix' })
    .getByRole('button', { name: /^Apply/ })
    .click()
  await expect(designer.connector('4_to_1')).toHaveCount(0)
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Export' }).click()
  const files = dialog(page).getByRole('article')
  await expect(files).toHaveCount(4)
  for (const [name, words] of [
    ['broker1.xml', 'unchanged'],
    ['broker2.xml', 'unchanged'],
    ['broker3.xml', 'unchanged'],
    ['broker4.xml', '1 connector, −2'],
  ] as const) {
    await expect(dialog(page).getByRole('article', { name })).toContainText(words)
    const arriving = page.waitForEvent('download')
    await dialog(page)
      .getByRole('button', { name: `Download ${name}` })
      .click()
    const was = readFileSync(new URL(name, CROSS), 'utf8')
    const is = await textOf(await arriving)
    if (name !== 'broker4.xml') expect(is).toBe(was)
    else {
      const lines = was.split('\n')
      const at = lines.findIndex((line) => line.includes('"4_to_1"'))
      expect(is).toBe(lines.toSpliced(at, 2).join('\n'))
    }
  }
  const arriving = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Download 4 files as a zip' }).click()
  expect((await arriving).suggestedFilename()).toBe('Imported-network-files.zip')
})

test('files that leave nothing to ask open at once, and the details can be read after', async ({ page }) => {
  const designer = await visit(page)
  const folder = onDisk({ 'hub.xml': HUB, 'leaf.xml': LEAF })
  await dropFiles(page, [join(folder, 'hub.xml'), join(folder, 'leaf.xml')])
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await expect(dialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Details' }).click()
  await expect(dialog(page)).toContainText('2 brokers')
  await expect(open(page)).toHaveCount(0)
})

test('one file alone shows the broker that nobody described', async ({ page }) => {
  const designer = await visit(page)
  await dropFiles(page, [join(onDisk({ 'hub.xml': HUB }), 'hub.xml')])
  await expect(dialog(page)).toContainText('1 outside broker')
  await expect(dialog(page)).toContainText('add its file, or merge it with the broker it is')
  await open(page).click()
  await expect(page.getByRole('button', { name: 'Design hub' })).toBeVisible()
  await expect(designer.broker('hub')).toBeVisible()
})

test('a folder with 300 other XML files is read past them', async ({ page }) => {
  const designer = await visit(page)
  const others = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`net/pom/${i}.xml`, `<project><id>${i}</id></project>`]),
  )
  const folder = onDisk({ 'net/a/hub.xml': HUB, 'net/b/leaf.xml': LEAF, 'net/logo.png': 'x', ...others })
  await dropFiles(page, [join(folder, 'net')])
  await expect(dialog(page)).toContainText('297 more')
  await open(page).click()
  await expect(page.getByRole('button', { name: 'Design net' })).toBeVisible()
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('article')).toHaveCount(2)
})

test('a zip is unpacked, and one that would burst is refused with a sentence', async ({ page }) => {
  const designer = await visit(page)
  const folder = onDisk({
    'net.zip': zipFiles([
      { path: 'one/activemq.xml', text: HUB },
      { path: 'two/activemq.xml', text: LEAF },
    ]),
    'bomb.zip': bomb(),
  })
  await dropFiles(page, [join(folder, 'bomb.zip')])
  await expect(dialog(page)).toContainText('would unpack to more than 200 MB')
  await page.keyboard.press('Escape')
  await dropFiles(page, [join(folder, 'net.zip')])
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await expect(page.getByRole('button', { name: 'Design net' })).toBeVisible()
})

test('a file of 50 MB is refused with a sentence, and the page goes on', async ({ page }) => {
  const designer = await visit(page)
  await dropFiles(page, [join(onDisk({ 'huge.xml': new Uint8Array(51 * 1024 * 1024) }), 'huge.xml')])
  await expect(dialog(page)).toContainText('huge.xml is larger than 50 MB')
  await page.keyboard.press('Escape')
  await expect(designer.broker('hub')).toBeVisible()
})

test('broken XML says its line and gives what could be read', async ({ page }) => {
  const designer = await visit(page)
  const broken = HUB.replace('</networkConnectors>', '</networkConnectorz>')
  await dropFiles(page, [join(onDisk({ 'hub.xml': broken }), 'hub.xml')])
  await expect(dialog(page)).toContainText(/not well-formed on line 6/)
  await open(page).click()
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
})

test('hostile entities are never expanded, and nothing of a file becomes part of the page', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await visit(page)
  const hostile = `<!DOCTYPE broker [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>
${brokerXml('x&lt;img src=q onerror=hurt()&gt;', ' dataDirectory="&b;"').replace(/<\?xml[^>]*>\n/, '')}`
  await dropFiles(page, [join(onDisk({ 'x.xml': hostile }), 'x.xml')])
  await expect(dialog(page)).toContainText('declares entities of its own')
  await open(page).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.locator('img')).toHaveCount(0)
  await expect(page.getByText('root:x:0:0')).toHaveCount(0)
  expect(asked.filter((url) => url.includes('passwd'))).toEqual([])
})

test('an answer to a question changes the picture at once', async ({ page }) => {
  const designer = await visit(page)
  // Names that do not say on which broker they stand leave their far ends to be guessed.
  const unsure = CROSS_FILES.map((path) => readFileSync(path, 'utf8').replace(/"\d_to_(\d)"/g, '"to_$1"'))
  const folder = onDisk(Object.fromEntries(unsure.map((text, at) => [`broker${at + 1}.xml`, text])))
  await dropFiles(
    page,
    unsure.map((_, at) => join(folder, `broker${at + 1}.xml`)),
  )
  const fault = dialog(page).getByText(/to_4 on broker1 and to_1 on broker4 both link/)
  await expect(fault).toBeVisible()
  const question = dialog(page).getByRole('combobox', { name: /^Which broker is ssl:\/\/b-2c1bc06e/ })
  await designer.choose(question, 'None of these: an external broker')
  await expect(fault).toHaveCount(0)
  await expect(dialog(page)).toContainText('1 outside broker')
  await open(page).click()
  await expect(
    designer
      .drawing()
      .getByRole('group', { name: /outside|external/i })
      .first(),
  ).toBeVisible()
})

test('a network is added to the open design as one step, and only its files are given back', async ({
  page,
}) => {
  const designer = await visit(page)
  await designer.newDesign()
  await designer.place('Broker', 300, 200)
  await designer.type('mine')
  const folder = onDisk({ 'hub.xml': HUB })
  await dropFiles(page, [join(folder, 'hub.xml')])
  await dialog(page).getByRole('button', { name: 'Add to this design' }).click()
  await expect(designer.broker('hub')).toBeVisible()
  await expect(designer.broker('mine')).toBeVisible()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('article', { name: 'hub.xml' })).toContainText('unchanged')
  await expect(dialog(page).getByRole('article', { name: 'mine.xml' })).toContainText('new')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(designer.broker('hub')).toHaveCount(0)
  await expect(designer.broker('mine')).toBeVisible()
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
  await expect(dialog(page)).toContainText(/guessed from its name that it leads to Broker4/)
  await expect(dialog(page)).toContainText(/1_to_4 on Broker1 and 4_to_1 on Broker4 both link/)
  await open(page).click()
  await expect(designer.broker('Broker4')).toBeVisible()
})

test('text can be pasted into the dialog, found by the menu and by the palette', async ({ page }) => {
  const designer = await visit(page)
  await page.getByRole('button', { name: /^Design / }).click()
  await page.getByRole('menuitem', { name: /^Import configuration/ }).click()
  await dialog(page).getByRole('textbox', { name: 'Or paste text' }).fill('nothing of a broker')
  await dialog(page).getByRole('button', { name: 'Read the text' }).click()
  await expect(dialog(page)).toContainText('No network was found')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await dialog(page).getByRole('combobox').fill('import config')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('textbox', { name: 'Or paste text' }).fill(HUB)
  await dialog(page).getByRole('button', { name: 'Read the text' }).click()
  await open(page).click()
  await expect(designer.broker('hub')).toBeVisible()
})

test('a design saved here opens as the design that it is', async ({ page }) => {
  const designer = await visit(page)
  const text = writeDocumentText({
    ...EMPTY_DOCUMENT,
    design: { ...sketch('north = south'), name: 'two sites' },
  })
  await dropFiles(page, [join(onDisk({ 'two.mesh.json': text }), 'two.mesh.json')])
  await expect(page.getByRole('button', { name: 'Design two sites' })).toBeVisible()
  await expect(designer.broker('north')).toBeVisible()
})

test('a password stays in its file: no link, summary, picture, store or design file holds it', async ({
  page,
}) => {
  const SECRET = 'hunter2-of-the-bridge'
  const designer = await visit(page)
  const secret = HUB.replace('duplex="true"', `duplex="true" userName="bridge" password="${SECRET}"`).replace(
    '61616)',
    `61616?wireFormat.password=${SECRET})`,
  )
  await dropFiles(page, [
    join(onDisk({ 'hub.xml': secret, 'leaf.xml': LEAF }), 'hub.xml'),
    join(test.info().outputPath('given'), 'leaf.xml'),
  ])
  await expect(dialog(page)).toContainText('Passwords stand in your files in plain text')
  await expect(dialog(page)).toContainText('hub.xml, line 5')
  const seen: string[] = [await page.content()]
  await open(page).click()
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await designer.tab('XML').click()
  await expect(designer.panel()).toContainText('networkConnector')
  seen.push(await page.content())
  await designer.tab('Summary').click()
  await expect(designer.panel()).toContainText('hub')
  seen.push(await page.content())
  await page.getByRole('button', { name: 'Share' }).click()
  const link = dialog(page).getByRole('textbox', { name: 'The link' })
  await expect(link).toHaveValue(/#d1\./)
  seen.push(await link.inputValue())
  await page.keyboard.press('Escape')
  const arriving = page.waitForEvent('download')
  await page.keyboard.press('ControlOrMeta+s')
  seen.push(await textOf(await arriving))
  seen.push(
    await page.evaluate(async () => {
      const request = indexedDB.open('meshwright')
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('No database.')))
      })
      const all = database.transaction('designs').objectStore('designs').getAll()
      await new Promise((resolve) => all.addEventListener('success', resolve))
      return JSON.stringify([
        all.result,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        location.href,
      ])
    }),
  )
  for (const text of seen) expect(text).not.toContain(SECRET)
  expect(seen.at(-1)).toContain('hub-to-leaf')
  await page.getByRole('button', { name: 'Export' }).click()
  const returning = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Download hub.xml' }).click()
  expect(await textOf(await returning)).toBe(secret)
})

test('elsewhere a design has no files; given there, they are matched and take over what it says', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.follow({
    ...EMPTY_DOCUMENT,
    design: { ...sketch('hub = leaf { networkTTL=2 }'), name: 'two' },
  })
  await page.getByRole('button', { name: 'Export' }).click()
  await dialog(page)
    .getByRole('radio', { name: /^Your files/ })
    .check({ force: true })
  await expect(dialog(page)).toContainText('The files of two are not here')
  const folder = onDisk({ 'hub.xml': HUB, 'leaf.xml': LEAF })
  await dropFiles(page, [join(folder, 'hub.xml'), join(folder, 'leaf.xml')])
  await dialog(page).getByRole('button', { name: 'Keep with two' }).click()
  await expect(dialog(page).getByRole('article', { name: 'leaf.xml' })).toContainText('unchanged')
  const hub = dialog(page).getByRole('article', { name: 'hub.xml' })
  await expect(hub).toContainText('1 connector')
  await expect(hub).toContainText('networkTTL="2"')
  await page.keyboard.press('Escape')
  await expect(designer.broker('hub')).toHaveCount(1)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('no step of an import has a serious barrier', async ({ page }) => {
      const designer = await visit(page)
      const barriers = async () => {
        // What is still fading in has the contrast of its first moment.
        await dialog(page).evaluate((element) =>
          Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
        )
        const { violations } = await new AxeBuilder({ page }).analyze()
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
      }
      await page.keyboard.press('ControlOrMeta+i')
      await expect(dialog(page)).toBeVisible()
      expect(await barriers()).toEqual([])
      await dropFiles(page, HUB_FILES)
      await expect(open(page)).toBeVisible()
      expect(await barriers()).toEqual([])
      await open(page).click()
      await expect(designer.broker('broker4')).toBeVisible()
      await page.getByRole('button', { name: 'Export' }).click()
      await expect(dialog(page).getByRole('article')).toHaveCount(5)
      expect(await barriers()).toEqual([])
    })
  })
}

test('a browser without room for the files says so, and gives them back until the page is closed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    type Put = (this: IDBObjectStore, ...given: unknown[]) => IDBRequest
    const stores = IDBObjectStore.prototype as unknown as { put: Put }
    const { put } = stores
    stores.put = function (...given) {
      if (this.name === 'files') throw new DOMException('No room.', 'QuotaExceededError')
      return put.apply(this, given)
    }
  })
  const designer = await visit(page)
  const folder = onDisk({ 'hub.xml': HUB, 'leaf.xml': LEAF })
  await dropFiles(page, [join(folder, 'hub.xml'), join(folder, 'leaf.xml')])
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
  await expect(page.getByText(/no room left for the files that you imported/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('article')).toHaveCount(2)
})
