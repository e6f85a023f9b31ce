import { expect, type Locator, type Page } from '@playwright/test'
import type { Document } from '@meshwright/model'
import { encodeLink } from '@meshwright/model/share'

/** The designer as a person meets it: one method for each thing that a person can do, found by role and name. */
export class Designer {
  readonly page: Page
  /** Clicks, drags and words typed with the mouse in hand. */
  gestures = 0
  /** Keys pressed, letters of names included. */
  keystrokes = 0

  constructor(page: Page) {
    this.page = page
  }

  /** A first visit: the page lands on its example. */
  async visit(): Promise<void> {
    await this.page.goto('./')
    await expect(this.broker('hub')).toBeVisible()
  }

  /** Opens a document by its link, as somebody who was sent it. */
  async follow(document: Document, more = ''): Promise<void> {
    await this.page.goto(`./#${encodeLink(document)}${more}`)
    await expect(this.page.getByRole('button', { name: `Design ${document.design.name}` })).toBeVisible()
  }

  broker(name: string): Locator {
    return this.drawing().getByRole('group', { name: new RegExp(`^Broker ${escaped(name)}(,|$)`) })
  }

  connector(name: string): Locator {
    return this.drawing().getByRole('group', { name: new RegExp(` connector ${escaped(name)} from `) })
  }

  drawing(): Locator {
    return this.page.getByRole('main', { name: 'Drawing' })
  }

  /** The open panel below the drawing. */
  panel(): Locator {
    return this.page.getByRole('region', { name: 'Panel', exact: true })
  }

  inspector(): Locator {
    return this.page.getByRole('region', { name: 'Inspector' })
  }

  findings(): Locator {
    return this.page.getByRole('region', { name: 'List of findings' }).getByRole('button')
  }

  tab(name: string): Locator {
    return this.panel().getByRole('tab', { name: new RegExp(`^${name}`) })
  }

  async click(target: Locator): Promise<void> {
    this.gestures += 1
    await target.click()
  }

  /** Chooses from a list: one click to open it, one to choose. */
  async choose(list: Locator, option: string): Promise<void> {
    await this.click(list)
    await this.click(this.page.getByRole('option', { name: option }))
  }

  /** Types into a field that the hand is in. */
  async type(text: string): Promise<void> {
    this.gestures += 1
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keystrokes += 1
      await this.page.keyboard.press(key)
    }
  }

  async spell(word: string): Promise<void> {
    this.keystrokes += word.length
    await this.page.keyboard.type(word)
  }

  async newDesign(): Promise<void> {
    await this.click(this.page.getByRole('button', { name: /^Design / }))
    await this.click(this.page.getByRole('menuitem', { name: 'New design' }))
    await expect(this.broker('hub')).toHaveCount(0)
  }

  /** Drags a kind of element from the palette to a point of the drawing. */
  async place(kind: string, x: number, y: number): Promise<void> {
    this.gestures += 1
    await this.page
      .getByRole('region', { name: 'Palette' })
      .getByRole('button', { name: new RegExp(`^${kind} `) })
      .dragTo(this.drawing(), { targetPosition: { x, y } })
  }

  /** Draws a connector: from the edge of one broker's card, where its handle is, to another card. */
  async connect(from: string, to: string): Promise<void> {
    this.gestures += 1
    const mouse = this.page.mouse
    await this.broker(from).hover()
    const handle = this.broker(from).locator('.react-flow__handle').first()
    const [start, end] = await Promise.all([handle.boundingBox(), this.broker(to).boundingBox()])
    if (!start || !end) throw new Error(`${from} and ${to} are not both on the drawing.`)
    // The rim of a card is its handle; inside it the card itself is taken hold of.
    await mouse.move(start.x + start.width - 3, start.y + start.height / 2)
    await mouse.down()
    await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
    await mouse.up()
    await expect(this.connector(`${from}-to-${to}`)).toBeAttached()
  }

  /** What the XML panel shows for one broker. */
  async xmlText(): Promise<string> {
    const code = this.panel()
      .getByRole('group', { name: /XML|\.xml/ })
      .or(this.panel().locator('pre, code'))
      .first()
    return await code.innerText()
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
