import { chromium, type Browser } from '@playwright/test'
import { encodeLink } from '@meshwright/model/share'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, preview, type PreviewServer } from 'vite'
import { findBrowser } from '../browser.mjs'
import { benchDocument } from './designs.ts'
import { median, printTable, quantile } from './measure.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const BARE = join(dirname(fileURLToPath(import.meta.url)), 'bare')
const OUT = join(ROOT, 'node_modules', '.cache', 'meshwright-bench')

/** Time to open, frame times while dragging, and what a first visit loads, beside a bare React Flow page in the same run. */
export async function benchPage(sizes: readonly number[]): Promise<void> {
  const found = await findBrowser()
  if (!found) throw new Error('The bench needs a browser: run "node scripts/browser.mjs --ensure".')
  const ours = join(OUT, 'ours')
  const bare = join(OUT, 'bare')
  await build({ root: ROOT, logLevel: 'error', build: { outDir: ours, emptyOutDir: true } })
  await build({
    root: BARE,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: bare, emptyOutDir: true },
  })

  const servers = [await serve(ours, 4183), await serve(bare, 4184)]
  const browser = await chromium.launch({ executablePath: found.executablePath })
  const rows: (string | number)[][] = []
  const openings: (string | number)[][] = []
  try {
    for (const size of sizes) {
      const ourAddress = `http://127.0.0.1:4183/#${encodeLink(benchDocument(size))}`
      const bareAddress = `http://127.0.0.1:4184/?size=${size}`
      const [opened, bareOpened] = [
        await opening(browser, ourAddress, size),
        await opening(browser, bareAddress, size),
      ]
      openings.push([
        `${size} / ${size * 2}`,
        opened.first,
        opened.all,
        opened.ready,
        bareOpened.first,
        bareOpened.all,
        bareOpened.ready,
      ])
      const mine = await dragFrames(browser, ourAddress, size)
      const peer = await dragFrames(browser, bareAddress, size)
      rows.push([
        `${size} / ${size * 2}`,
        median(mine),
        quantile(mine, 0.95),
        median(peer),
        quantile(peer, 0.95),
        median(mine) / median(peer),
      ])
    }
  } finally {
    await browser.close()
    await Promise.all(servers.map((server) => server.close()))
  }
  printTable(
    'Opening a design (ms from the start of the page, median of 5: until a card is seen, until all are, until it answers at once)',
    ['brokers / connectors', 'ours first', 'ours all', 'ours ready', 'bare first', 'bare all', 'bare ready'],
    openings,
  )
  printTable(
    'Frames while a broker is dragged, all in view (ms)',
    ['brokers / connectors', 'ours median', 'ours 95 %', 'bare median', 'bare 95 %', 'ours / bare'],
    rows,
  )
  const [mine, peer] = [firstLoad(ours), firstLoad(bare)]
  printTable(
    'JavaScript of a first visit (kB, gzip)',
    ['page', 'kB'],
    [
      ['Meshwright', mine / 1000],
      ['bare React Flow', peer / 1000],
      ['ratio', mine / peer],
    ],
  )
}

async function serve(folder: string, port: number): Promise<PreviewServer> {
  return await preview({
    root: ROOT,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port, strictPort: true, host: '127.0.0.1' },
  })
}

interface Opening {
  /** ms from the start of the page until a card is seen. */
  readonly first: number
  /** ms until all cards are. */
  readonly all: number
  /** ms until the page answers at once: the end of the last task of more than 50 ms, after which 700 ms were quiet. */
  readonly ready: number
}

/** What the page notes of its own opening. */
interface Times {
  first?: number
  all?: number
  busy: number
}

/** Opens a page five times, as on a first visit; the medians. */
async function opening(browser: Browser, address: string, size: number): Promise<Opening> {
  const runs: Opening[] = []
  for (let run = 0; run < 5; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.addInitScript('globalThis.__name = (value) => value')
    await page.addInitScript((wanted: number) => {
      const times: Times = { busy: 0 }
      Object.assign(globalThis, { times })
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) times.busy = task.startTime + task.duration
      }).observe({ type: 'longtask', buffered: true })
      const look = () => {
        const cards = [...document.querySelectorAll('.react-flow__node[data-id^="b"]')]
        // A card that React Flow has not measured yet is there, and nobody sees it.
        const isSeen = (card: Element | undefined) =>
          card !== undefined && getComputedStyle(card).visibility !== 'hidden'
        if (isSeen(cards[0])) times.first ??= performance.now()
        if (cards.length >= wanted && isSeen(cards.at(-1))) times.all ??= performance.now()
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, size)
    await page.goto(address)
    const seen = await page.waitForFunction(() => {
      const { times } = globalThis as unknown as { times?: Times }
      if (times?.all === undefined) return undefined
      return performance.now() - Math.max(times.busy, times.all) > 700 ? times : undefined
    })
    const { first = 0, all = 0, busy } = (await seen.jsonValue()) ?? { busy: 0 }
    runs.push({ first, all, ready: Math.max(first, busy) })
    await context.close()
  }
  const medianOf = (part: keyof Opening) => median(runs.map((run) => run[part]))
  return { first: medianOf('first'), all: medianOf('all'), ready: medianOf('ready') }
}

/** Moves one broker by one step in each of 60 frames; the time of a frame is the cost of one step. */
async function dragFrames(browser: Browser, address: string, size: number): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  // The bundler that runs this file names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.goto(address)
  await page.locator('.react-flow__node').first().waitFor({ state: 'attached' })
  // Everything is on screen and drawn before the hand starts; from afar our lines are few paths, not one an edge.
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.react-flow__node').length >= wanted,
    size,
  )
  const frames = await page.evaluate(async () => {
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    for (let i = 0; i < 30; i++) await nextFrame()
    const seen = [...document.querySelectorAll<HTMLElement>('.react-flow__node[data-id^="b"]')]
    const middle = seen[Math.floor(seen.length / 2)]
    if (!middle) return []
    const box = middle.getBoundingClientRect()
    let [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const send = (target: EventTarget, type: string, buttons: number) =>
      target.dispatchEvent(
        new MouseEvent(type, {
          bubbles: true,
          cancelable: true,
          view: window,
          clientX: x,
          clientY: y,
          button: 0,
          buttons,
        }),
      )
    send(middle, 'mousedown', 1)
    const times: number[] = []
    let last = await nextFrame()
    for (let i = 0; i < 60; i++) {
      x += i < 30 ? 3 : -2
      y += 1
      send(window, 'mousemove', 1)
      const now = await nextFrame()
      times.push(now - last)
      last = now
    }
    send(window, 'mouseup', 0)
    const after = middle.getBoundingClientRect()
    if (Math.abs(after.x - box.x) < 1 && Math.abs(after.y - box.y) < 1)
      throw new Error('The broker did not move.')
    return times
  })
  await page.close()
  return frames
}

/** Bytes of gzip of the scripts that index.html names and what they import at once. */
function firstLoad(folder: string): number {
  const assets = readdirSync(join(folder, 'assets'))
  const wanted = new Set<string>()
  const visit = (text: string) => {
    for (const name of assets) {
      if (!name.endsWith('.js') || wanted.has(name)) continue
      const imported = new RegExp(
        `(?:from|import)\\s*["'][^"']*${name.replaceAll('.', '\\.')}["']|(?:src|href)=["'][^"']*${name.replaceAll('.', '\\.')}["']`,
      )
      if (!imported.test(text)) continue
      wanted.add(name)
      visit(readFileSync(join(folder, 'assets', name), 'utf8'))
    }
  }
  visit(readFileSync(join(folder, 'index.html'), 'utf8'))
  return [...wanted].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length,
    0,
  )
}
