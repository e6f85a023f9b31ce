import { AxeBuilder } from '@axe-core/playwright'
import { applyEdit, EMPTY_DOCUMENT, networkOf, writeDocumentText, type Document } from '@meshwright/model'
import { arrange } from '@meshwright/model/layout'
import { encodeLink } from '@meshwright/model/share'
import { sketch } from '@meshwright/model/sketch'
import { writeConfiguration } from '@meshwright/model/xml'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { dropFiles } from '../dropFiles.ts'
import { HUB, LEAF, onDisk } from '../importing.ts'
import { Designer } from '../page.ts'

function documentOf(name: string, text: string): Document {
  const document = { ...EMPTY_DOCUMENT, design: { ...sketch(text), name } }
  return applyEdit(document, arrange(document))
}

const OLD = documentOf('old network', 'hub = a; hub = b; hub = archive')
const NEW = documentOf('new network', 'hub = a { networkTTL=2 }; hub = b { networkTTL=2 }; b = c')

/** What a person does to compare, and what they then see. */
class Comparison {
  readonly designer: Designer
  readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.designer = new Designer(page)
  }

  async ask(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Design / }).click()
    await this.page.getByRole('menuitem', { name: 'Compare with…' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Compare with…' })
    await expect(dialog).toBeVisible()
    return dialog
  }

  async withLink(document: Document): Promise<void> {
    const dialog = await this.ask()
    await dialog
      .getByRole('textbox', { name: 'A link' })
      .fill(`https://elsewhere.example/#${encodeLink(document)}`)
    await this.page.keyboard.press('Enter')
    await expect(this.list('What differs').getByRole('listitem').first()).toBeVisible()
  }

  list(name: string): Locator {
    return this.page.getByRole('region', { name })
  }

  bar(): Locator {
    return this.page.getByRole('note', { name: /^Comparing / })
  }
}

test('a pasted link is held against the open design: drawing, list and order, and nothing changes', async ({
  page,
}) => {
  const comparison = new Comparison(page)
  await comparison.designer.follow(NEW)
  await comparison.withLink(OLD)
  await expect(comparison.bar()).toHaveAccessibleName('Comparing old network (link) with new network')
  await expect(comparison.bar()).toContainText('2 added')
  await expect(comparison.bar()).toContainText('2 removed')
  await expect(comparison.bar()).toContainText('2 changed')
  const differs = comparison.list('What differs')
  await expect(differs.getByRole('button', { name: 'archive removed', exact: true })).toBeVisible()
  await expect(differs.getByRole('listitem').filter({ hasText: 'hub/hub-to-a to a' })).toContainText(
    /networkTTL\s*1 → 2/,
  )
  await expect(comparison.list('Who reaches whom, and files')).toContainText('a ↔ b')
  const steps = comparison.list('Rollout').getByRole('listitem')
  await expect(steps.first()).toContainText('Start c with c.xml.')
  await expect(steps.last()).toContainText('Stop archive.')
  await comparison.list('Rollout').getByText('Roll back').click()
  await expect(steps.first()).toContainText('Start archive with archive.xml.')
  // What is gone stands on the drawing as long as the comparison is open.
  const ghost = page.locator('[data-compare-layer] [data-kind="removed"]', { hasText: 'archive' }).first()
  await expect(ghost).toBeVisible()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(comparison.bar()).toHaveCount(0)
  await expect(ghost).toHaveCount(0)
})

test('turned around, what was added would go', async ({ page }) => {
  const comparison = new Comparison(page)
  await comparison.designer.follow(NEW)
  await comparison.withLink(OLD)
  await comparison
    .list('Compare')
    .or(page.getByRole('button', { name: 'Turn around' }))
    .first()
    .click()
  await expect(
    comparison.list('What differs').getByRole('button', { name: 'archive added', exact: true }),
  ).toBeVisible()
  await expect(comparison.list('Rollout').getByRole('listitem').last()).toContainText('Stop c.')
})

test('files that brokers run with are compared without being opened or kept', async ({ page }) => {
  const comparison = new Comparison(page)
  await comparison.designer.follow(NEW)
  const dialog = await comparison.ask()
  const network = networkOf(OLD.design)
  await dialog.getByLabel('Files to compare with').setInputFiles(
    OLD.design.brokers.map(({ id, name }) => ({
      name: `${name}.xml`,
      mimeType: 'application/xml',
      buffer: Buffer.from(writeConfiguration(network, id)?.text ?? ''),
    })),
  )
  await expect(comparison.bar()).toHaveAccessibleName('Comparing 4 files with new network')
  await expect(
    comparison.list('What differs').getByRole('button', { name: 'archive removed', exact: true }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Design new network' })).toBeVisible()
})

test('files that are dropped on the open question are compared, and a folder may be chosen', async ({
  page,
}) => {
  const comparison = new Comparison(page)
  await comparison.designer.follow(NEW)
  const folder = onDisk({ 'brokers/hub.xml': HUB, 'brokers/leaf.xml': LEAF })
  await comparison.ask()
  await dropFiles(page, [`${folder}/brokers/hub.xml`, `${folder}/brokers/leaf.xml`])
  await expect(comparison.bar()).toHaveAccessibleName('Comparing 2 files with new network')
  await page.keyboard.press('Escape')
  const dialog = await comparison.ask()
  await dialog.getByLabel('Folder to compare with').setInputFiles(`${folder}/brokers`)
  await expect(comparison.bar()).toHaveAccessibleName('Comparing 2 files with new network')
  await expect(page.getByRole('button', { name: 'Design new network' })).toBeVisible()
})

test('a file that cannot be read is said in a sentence, and a design file is read', async ({ page }) => {
  const comparison = new Comparison(page)
  await comparison.designer.follow(NEW)
  const dialog = await comparison.ask()
  const files = dialog.getByLabel('Files to compare with')
  await files.setInputFiles({ name: 'pom.xml', mimeType: 'text/xml', buffer: Buffer.from('<project/>') })
  await expect(dialog.getByRole('alert')).toContainText(/\.$/)
  await files.setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writeDocumentText(OLD)),
  })
  await expect(comparison.bar()).toHaveAccessibleName('Comparing old.json with new network')
})

test('an earlier version is compared by keyboard alone, and follows what is changed meanwhile', async ({
  page,
}) => {
  const comparison = new Comparison(page)
  const { designer } = comparison
  await designer.follow(NEW)
  await designer.connector('b-to-c').press('Enter')
  await page.keyboard.press('Delete')
  await expect(designer.connector('b-to-c')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('combobox').fill('>Compare with')
  await page.keyboard.press('Enter')
  // It stands there once, although this browser keeps it by now and this tab knows it, too.
  await expect(page.getByRole('button', { name: /^As it was opened/ })).toHaveCount(1)
  await page.getByRole('button', { name: /^As it was opened/ }).focus()
  await page.keyboard.press('Enter')
  // Who has no pointer goes on in the comparison, not from the top of the page.
  await expect(page.getByRole('heading', { name: /^As it was opened.*Now$/ })).toBeFocused()
  const differs = comparison.list('What differs')
  await expect(differs.getByRole('button', { name: /^b\/b-to-c to c removed/ })).toBeVisible()
  await expect(differs.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('The same in meaning', { exact: true })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('a comparison has no serious barrier', async ({ page }) => {
      const comparison = new Comparison(page)
      await comparison.designer.follow(NEW)
      await expect(comparison.ask()).resolves.toBeTruthy()
      await expectNoBarrier(page)
      await page.keyboard.press('Escape')
      await comparison.withLink(OLD)
      await expectNoBarrier(page)
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the comparison is a sheet under the drawing', async ({ page }) => {
    const comparison = new Comparison(page)
    await comparison.designer.follow(NEW)
    await comparison.withLink(OLD)
    await expect(comparison.bar()).toContainText('2 added')
    await expect(comparison.list('Rollout')).toContainText('Start c with c.xml.')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
  })
})

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}

test('a version that was kept under a name is there after the page was closed, and one can go back to it', async ({
  page,
}) => {
  const comparison = new Comparison(page)
  const { designer } = comparison
  await designer.follow(NEW)
  await page.getByRole('button', { name: 'Keep it' }).click()
  const dialog = await comparison.ask()
  await dialog.getByRole('textbox', { name: 'Keep this version under a name' }).fill('Before the upgrade')
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(dialog.getByRole('button', { name: /^Before the upgrade/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await designer.connector('b-to-c').press('Enter')
  await page.keyboard.press('Delete')
  await expect(page.getByText('Saved in this browser')).toBeVisible()
  await page.goto('about:blank')
  await page.goto('./')
  await expect(page.getByRole('button', { name: 'Design new network' })).toBeVisible()
  const again = await comparison.ask()
  await again.getByRole('button', { name: /^Before the upgrade/ }).click()
  const differs = comparison.list('What differs')
  await expect(differs.getByRole('button', { name: /^b\/b-to-c to c removed/ })).toBeVisible()
  await page.getByRole('button', { name: 'Go back to it' }).click()
  await expect(page.getByText('The same in meaning', { exact: true })).toBeVisible()
  await expect(designer.connector('b-to-c')).toBeVisible()
})

test('what is selected on the drawing is marked in the list', async ({ page }) => {
  const comparison = new Comparison(page)
  await comparison.designer.follow(NEW)
  await comparison.withLink(OLD)
  await comparison.designer.connector('hub-to-a').press('Enter')
  const row = comparison.list('What differs').getByRole('button', { name: /^hub\/hub-to-a to a/ })
  await expect(row).toHaveAttribute('aria-current', 'true')
})
