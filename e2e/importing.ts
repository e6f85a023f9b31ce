import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type Download, type Locator, type Page } from '@playwright/test'
import { Designer } from './page.ts'

/** The guide's cross-region example, four files with their endpoints filled in. */
export const CROSS = new URL('../public/examples/aws-cross-region/', import.meta.url)
export const CROSS_FILES = readdirSync(CROSS).map((name) => new URL(name, CROSS).pathname)
const HUB_AND_SPOKE = new URL('../public/examples/aws-hub-and-spoke/', import.meta.url)
export const HUB_FILES = readdirSync(HUB_AND_SPOKE).map((name) => new URL(name, HUB_AND_SPOKE).pathname)

export const brokerXml = (name: string, more = '', connectors = '') => `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${name}, as it runs -->
<broker xmlns="http://activemq.apache.org/schema/core" brokerName="${name}"${more}>
  <networkConnectors>${connectors}</networkConnectors>
  <transportConnectors>
    <transportConnector name="openwire" uri="tcp://${name}.example.org:61616"/>
  </transportConnectors>
</broker>
`
export const HUB = brokerXml(
  'hub',
  '',
  `
    <networkConnector name="hub-to-leaf" duplex="true" uri="static:(tcp://leaf.example.org:61616)"/>
  `,
)
export const LEAF = brokerXml('leaf')

/** Files on the disk of this test, by their paths below a folder of its own. */
export function onDisk(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = test.info().outputPath('given')
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path)
    mkdirSync(join(place, '..'), { recursive: true })
    writeFileSync(place, content)
  }
  return folder
}

export async function visit(page: Page): Promise<Designer> {
  const designer = new Designer(page)
  await designer.visit()
  return designer
}

export const dialog = (page: Page): Locator => page.getByRole('dialog')
export const open = (page: Page): Locator =>
  dialog(page).getByRole('button', { name: 'Open as a new design' })

export async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8')
}
