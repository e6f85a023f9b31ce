import { join } from 'node:path'
import { EMPTY_DOCUMENT, writeDocumentText } from '@meshwright/model'
import { zipFiles } from '@meshwright/model/export'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { dropFiles } from '../dropFiles.ts'
import { brokerXml, HUB, LEAF, onDisk, visit, dialog, open } from '../importing.ts'

/** A small archive whose one file says that it unpacks to half a gigabyte. */
function bomb(): Uint8Array {
  const zip = zipFiles([{ path: 'bomb.xml', text: HUB }])
  const central = zip.findLastIndex((_, i) => zip[i] === 0x50 && zip[i + 1] === 0x4b && zip[i + 2] === 1)
  zip.set([0, 0, 0, 0x20], central + 24)
  return zip
}

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

test('a picture, an empty file and a design among brokers each get one sentence', async ({ page }) => {
  const designer = await visit(page)
  const design = writeDocumentText({ ...EMPTY_DOCUMENT, design: { ...sketch('a = b'), name: 'two' } })
  const folder = onDisk({
    'logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    'empty.xml': '',
    'two.mesh.json': design,
    'hub.xml': HUB,
    'leaf.xml': LEAF,
  })
  await dropFiles(page, [join(folder, 'logo.png')])
  await expect(dialog(page)).toContainText('logo.png is a picture')
  await page.keyboard.press('Escape')
  await dropFiles(page, [join(folder, 'empty.xml')])
  await expect(dialog(page)).toContainText('empty.xml is empty')
  await page.keyboard.press('Escape')
  await dropFiles(
    page,
    ['two.mesh.json', 'hub.xml', 'leaf.xml'].map((name) => join(folder, name)),
  )
  await expect(dialog(page)).toContainText('two.mesh.json is a design of its own. Open it by itself.')
  await open(page).click()
  await expect(designer.connector('hub-to-leaf')).toBeAttached()
})
