import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test, type Page } from '@playwright/test'
import { Designer } from '../page.ts'

test.use({ hasTouch: true, viewport: { width: 1180, height: 820 } })

const TWO: Document = {
  ...EMPTY_DOCUMENT,
  design: { ...sketch('broker a; broker b'), name: 'two' },
  layout: { regions: {}, notes: {}, brokers: { b1: { x: 0, y: 0 }, b2: { x: 300, y: 160 } } },
}

interface At {
  readonly x: number
  readonly y: number
}

/** Fingers on the glass, from where they are put to where they are lifted. */
async function fingers(page: Page) {
  const glass = await page.context().newCDPSession(page)
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly At[]) =>
    await glass.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map(({ x, y }, id) => ({ x, y, id })),
    })
  return {
    put: async (...at: readonly At[]) => await send('touchStart', at),
    lift: async () => await send('touchEnd', []),
    async slide(from: readonly At[], to: readonly At[]) {
      await send('touchStart', from)
      for (let step = 1; step <= 10; step++) {
        const part = (a: number, b: number) => a + ((b - a) * step) / 10
        await send(
          'touchMove',
          from.map(({ x, y }, id) => ({ x: part(x, to[id]?.x ?? x), y: part(y, to[id]?.y ?? y) })),
        )
      }
      await send('touchEnd', [])
    },
  }
}

async function middleOf(designer: Designer, name: string): Promise<At> {
  const box = await designer.broker(name).boundingBox()
  if (!box) throw new Error(`${name} is not on the drawing.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('a finger moves the drawing, two zoom it', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(TWO)
  const hand = await fingers(page)
  const before = await middleOf(designer, 'a')
  const ground = { x: before.x + 100, y: before.y + 200 }
  await hand.slide([ground], [{ x: ground.x + 60, y: ground.y - 40 }])
  const after = await middleOf(designer, 'a')
  expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([60, -40])

  const zoom = designer.drawing().getByRole('button', { name: /%$/ })
  await expect(zoom).toHaveText(/100/)
  const { x, y } = ground
  await hand.slide(
    [
      { x: x - 20, y },
      { x: x + 20, y },
    ],
    [
      { x: x - 40, y },
      { x: x + 40, y },
    ],
  )
  await expect(zoom).toHaveText(/200/)
})

test('a finger moves a card, and draws a connector from the rim of a selected one', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(TWO)
  const hand = await fingers(page)
  const before = await middleOf(designer, 'a')
  await hand.slide([before], [{ x: before.x - 50, y: before.y + 170 }])
  const after = await middleOf(designer, 'a')
  expect(Math.round(after.y - before.y)).toBeGreaterThan(150)

  await page.touchscreen.tap(after.x, after.y)
  const card = await designer.broker('a').boundingBox()
  const other = await middleOf(designer, 'b')
  if (!card) throw new Error('a is not on the drawing.')
  await hand.slide([{ x: card.x + card.width + 8, y: card.y + card.height / 2 }], [other])
  await expect(designer.connector('a-to-b')).toBeAttached()
})

test('a finger that rests opens the menu of what is under it', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(TWO)
  const hand = await fingers(page)
  const middle = await middleOf(designer, 'b')
  await hand.put(middle)
  await expect(page.getByRole('menu', { name: 'Selected broker' })).toBeVisible()
  await hand.lift()
  await page.getByRole('menuitem', { name: 'Delete' }).tap()
  await expect(designer.broker('b')).toHaveCount(0)
})
