import { EMPTY_DOCUMENT, type Document } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

function documentOf(name: string, text: string): Document {
  return { ...EMPTY_DOCUMENT, design: { ...sketch(text), name } }
}

test('hub and spoke as AWS publishes it: the spokes never reach each other, and one click mends it', async ({
  page,
}) => {
  const designer = new Designer(page)
  await designer.visit()
  await page.getByRole('region', { name: 'Topologies' }).getByText('Published').click()
  await page
    .getByRole('region', { name: 'Topologies' })
    .getByRole('button', { name: /hub and spoke/i })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: /^Open/ }).click()
  const finding = designer.findings().filter({ hasText: 'never reach each other' })
  await finding.click()
  const fix = page.getByRole('region', { name: 'Quick fix' })
  await expect(fix).toContainText('networkTTL="2"')
  await fix.getByRole('button', { name: /^Apply/ }).click()
  await expect(finding).toHaveCount(0)
  await designer.tab('XML').click()
  await expect(page.getByRole('region', { name: /networkConnectors\.xml$/ })).toContainText('networkTTL="2"')
  await page.keyboard.press('ControlOrMeta+z')
  await designer.tab('Findings').click()
  await expect(finding).toHaveCount(1)
})

test('a link declared at both ends is shown on both connectors, and the fix leaves one', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(
    documentOf('cross', 'Broker1 = Broker4 { name=1_to_4 }; Broker4 = Broker1 { name=4_to_1 }'),
  )
  const finding = designer.findings().filter({ hasText: 'duplex-at-both-ends' })
  await finding.click()
  await expect(
    page.getByRole('article', { name: 'The finding' }).getByRole('button', { name: '1_to_4' }),
  ).toBeVisible()
  await expect(
    page.getByRole('article', { name: 'The finding' }).getByRole('button', { name: '4_to_1' }),
  ).toBeVisible()
  await page
    .getByRole('region', { name: 'Quick fix' })
    .getByRole('button', { name: /^Apply/ })
    .click()
  await expect(finding).toHaveCount(0)
  await expect(designer.drawing().getByRole('group', { name: / connector / })).toHaveCount(1)
})

test('a finding that somebody lives with asks for the reason and keeps it', async ({ page }) => {
  const designer = new Designer(page)
  await designer.follow(documentOf('cross', 'a = b; b = a { name=back }'))
  const finding = designer.findings().filter({ hasText: 'duplex-at-both-ends' })
  await finding.click()
  await page.getByRole('button', { name: 'Ignore…' }).click()
  await page.getByRole('textbox', { name: /reason|why/i }).fill('Moving house until May.')
  await page.getByRole('button', { name: /^Ignore( it| this)?$/ }).click()
  await expect(finding).toHaveCount(0)
  await page
    .getByRole('group', { name: 'Which findings' })
    .getByRole('button', { name: /^Ignored 1/ })
    .click()
  await expect(page.getByText('Moving house until May.').first()).toBeVisible()
})
