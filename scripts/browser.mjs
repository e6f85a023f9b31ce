/**
 * Finds the browser that the tests drive, and with `--ensure` installs one where there is none.
 *
 * Order: CHROMIUM_PATH, Playwright's own, the system's Chromium or Chrome, one that an earlier run installed from npm;
 * only with `--ensure` also: Playwright's download, the system's packages, an npm package. `findBrowser` never installs.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const CACHE = join(ROOT, 'node_modules', '.cache', 'meshwright-browser.json')

/** The newest whose `engines` takes Node 20. Linux on x64 only. */
const NPM_BROWSER = '@sparticuz/chromium@147.0.0'

const NAMES = [
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
]

const KNOWN_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * @typedef {{ source: string, executablePath: string }} Browser
 * @returns {Promise<Browser | undefined>} the browser to use, or `undefined` where there is none
 * @throws when CHROMIUM_PATH names a file that is not there
 */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH names ${asked}, and there is no such file.`)
    return { source: 'CHROMIUM_PATH', executablePath: asked }
  }
  return (await playwrightBrowser()) ?? systemBrowser() ?? rememberedBrowser()
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  if (path && existsSync(path)) return { source: "Playwright's own", executablePath: path }
  // `--only-shell` puts a headless shell in a folder beside it.
  const shelf = path && join(path, '..', '..', '..')
  if (!shelf || !existsSync(shelf)) return undefined
  for (const folder of readdirSync(shelf).filter((name) => name.startsWith('chromium_headless_shell-'))) {
    for (const inner of readdirSync(join(shelf, folder))) {
      for (const name of ['headless_shell', 'chrome-headless-shell', 'chrome-headless-shell.exe']) {
        const candidate = join(shelf, folder, inner, name)
        if (existsSync(candidate)) return { source: "Playwright's own", executablePath: candidate }
      }
    }
  }
  return undefined
}

function systemBrowser() {
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const candidate = join(folder, name)
      if (folder && existsSync(candidate)) return { source: 'the system', executablePath: candidate }
    }
  }
  const place = KNOWN_PLACES.find((path) => existsSync(path))
  return place ? { source: 'the system', executablePath: place } : undefined
}

function rememberedBrowser() {
  if (!existsSync(CACHE)) return undefined
  const { executablePath } = JSON.parse(readFileSync(CACHE, 'utf8'))
  return existsSync(executablePath) ? { source: 'an npm package', executablePath } : undefined
}

/** Installs a browser by the first way that works. Each failure is said; none ends the search. */
async function installBrowser() {
  const ways = [
    {
      name: "Playwright's download",
      install: async () => run('npx', ['playwright', 'install', 'chromium', '--only-shell']),
    },
    { name: "the system's packages", install: installFromSystem },
    { name: 'an npm package', install: installFromNpm },
  ]
  for (const { name, install } of ways) {
    console.log(`No browser found. Trying ${name} …`)
    await install()
    const found = await findBrowser()
    if (found) return found
  }
  return undefined
}

async function installFromSystem() {
  if (process.platform !== 'linux') return
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => run(root[0] ?? 'apt-get', root[0] ? [...root.slice(1), 'apt-get', ...args] : args)
  apt('update', '-qq')
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (apt('install', '-y', '-qq', '--no-install-recommends', name)) return
  }
}

async function installFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  if (!run('npm', ['install', '--no-save', '--no-package-lock', NPM_BROWSER])) return
  const script =
    "import('@sparticuz/chromium').then(async (m) => console.log(await m.default.executablePath()))"
  const executablePath = execFileSync(process.execPath, ['-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim()
  mkdirSync(dirname(CACHE), { recursive: true })
  writeFileSync(CACHE, JSON.stringify({ executablePath }))
}

function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 180_000,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return result.status === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const browser =
      (await findBrowser()) ?? (process.argv.includes('--ensure') ? await installBrowser() : undefined)
    if (!browser) {
      console.error(
        'The tests need a browser and could not install one. Install Chromium or Chrome, or name one in CHROMIUM_PATH, or run "npx playwright install chromium".',
      )
      process.exit(1)
    }
    const { chromium } = await import('@playwright/test')
    const running = await chromium.launch({ executablePath: browser.executablePath })
    console.log(`Browser: ${running.version()} from ${browser.source}, ${browser.executablePath}`)
    await running.close()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
