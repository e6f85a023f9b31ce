import { chromium } from '@playwright/test'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { findBrowser } from './browser.mjs'

// `npx tsx scripts/screenshot.ts` takes the picture of the README anew: the first visit, with the worst finding opened.

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const OUT = join(ROOT, 'node_modules', '.cache', 'meshwright-screenshot')
const PORT = 4185

const found = await findBrowser()
if (!found) throw new Error('The picture needs a browser: run "node scripts/browser.mjs --ensure".')
await build({ root: ROOT, logLevel: 'error', build: { outDir: OUT, emptyOutDir: true } })
const server = await preview({
  root: ROOT,
  logLevel: 'error',
  build: { outDir: OUT },
  preview: { port: PORT, strictPort: true, host: '127.0.0.1' },
})
const browser = await chromium.launch({ executablePath: found.executablePath })
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(`http://127.0.0.1:${PORT}/`)
  const panel = page.getByRole('region', { name: 'Panel', exact: true })
  const findings = panel.getByRole('region', { name: 'List of findings' })
  await findings.getByRole('button').filter({ hasText: 'never-arrives' }).first().click()
  await page.getByRole('group', { name: /^Broker hub/ }).click({ position: { x: 60, y: 30 } })
  // All checks have run once none of them tells how far it is, and the fix once it says what it does.
  await panel.getByText(/pairs? gets? better/).waitFor()
  await panel.getByRole('progressbar').waitFor({ state: 'detached' })
  await page.mouse.move(720, 70)
  await page.screenshot({ path: join(ROOT, 'scripts/screenshot.png') })
} finally {
  await browser.close()
  await server.close()
}
