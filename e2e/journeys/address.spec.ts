import { EMPTY_DOCUMENT, writeDocumentText } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Designer } from '../page.ts'

const text = writeDocumentText({
  ...EMPTY_DOCUMENT,
  design: { ...sketch('north = south'), name: 'two sites' },
})
let server: Server
let asked: string[] = []

test.beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.cookie ?? 'no cookie'}`)
    response.setHeader('access-control-allow-origin', '*')
    if (request.url === '/hangs') return
    response.end(request.url === '/broken' ? '{ "version": 1, ' : text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

test.afterEach(() => {
  server.closeAllConnections()
  server.close()
})

function linkTo(path: string): string {
  return `./#src=${encodeURIComponent(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)}`
}

test('a design from an address is asked for only after the host was named and agreed to', async ({
  page,
}) => {
  const designer = new Designer(page)
  await page.goto(linkTo('/design.json'))
  const ask = page.getByRole('dialog').getByRole('button', { name: /^Ask 127\.0\.0\.1:/ })
  await expect(ask).toBeVisible()
  expect(asked).toEqual([])
  await ask.click()
  await expect(designer.broker('north')).toBeVisible()
  expect(asked).toEqual(['/design.json no cookie'])
})

test('an address that gives no design says what was found', async ({ page }) => {
  await page.goto(linkTo('/broken'))
  await page.getByRole('dialog').getByRole('button', { name: /^Ask / }).click()
  await expect(
    page
      .getByRole('dialog')
      .getByText(/JSON|line/i)
      .first(),
  ).toBeVisible()
})

test('an address that hangs can be given up', async ({ page }) => {
  await page.goto(linkTo('/hangs'))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Ask / }).click()
  await expect.poll(() => asked.length).toBe(1)
  // The first stops asking and leaves the address there to try again; the second lets go of it.
  await dialog
    .getByRole('button', { name: /Cancel|Stop/ })
    .first()
    .click()
  await expect(dialog.getByRole('button', { name: /^Ask / })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('main', { name: 'Drawing' })).toBeVisible()
})

test('an address that is not encrypted, or of another kind, is refused before anything is asked', async ({
  page,
}) => {
  await page.goto(`./#src=${encodeURIComponent('http://example.org/design.json')}`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(dialog.getByText(/reads from https addresses/)).toBeVisible()
})
