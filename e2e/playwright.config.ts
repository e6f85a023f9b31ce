import { defineConfig } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'

const PORT = 4173
const browser = await findBrowser()

/** Builds the page, serves it on this machine, and does in a browser what a person does. */
export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // A machine that stalls may cost a try, and the report says which journeys needed two; a fault fails both.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: process.env['CI'] ? 'line' : 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(browser ? { executablePath: browser.executablePath } : {}),
      // Nothing but this machine can be reached, so a request of the page to another host fails the journey.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
    },
  },
  webServer: {
    command: `npx vite build && npx vite preview --host 127.0.0.1 --strictPort --port ${PORT}`,
    cwd: '..',
    url: `http://127.0.0.1:${PORT}/`,
    timeout: 120_000,
    reuseExistingServer: !process.env['CI'],
  },
})
