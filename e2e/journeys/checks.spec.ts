import { EMPTY_DOCUMENT } from '@meshwright/model'
import { sketch } from '@meshwright/model/sketch'
import { expect, test } from '@playwright/test'
import { Designer } from '../page.ts'

test('checks that take long say how far they are, can be stopped, and say what has not run', async ({
  page,
}) => {
  // The checks that ask the forecast run in a worker; while its script is on the way they take long for certain.
  let letGo: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/checks\.worker/, async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  const designer = new Designer(page)
  await designer.follow({
    ...EMPTY_DOCUMENT,
    design: {
      ...sketch('a = b { name=x networkTTL=2 }; a = c { name=x networkTTL=2 }; b = c { networkTTL=2 }'),
      name: 'ring',
    },
  })
  const bar = page.getByRole('banner')
  await expect(bar).toContainText(/Checking \d+ of \d+/)
  await expect(designer.panel().getByRole('progressbar', { name: /^Checking \d+ of \d+: / })).toBeVisible()
  // What follows the hand is there meanwhile.
  await expect(designer.findings()).not.toHaveCount(0)
  const places = async () => [
    await page.getByRole('button', { name: /^Undo/ }).boundingBox(),
    await page.getByRole('button', { name: 'Find a broker or command' }).boundingBox(),
    (await designer.findings().first().boundingBox())?.y,
  ]
  const during = await places()

  await designer.panel().getByRole('button', { name: 'Stop' }).click()
  await designer
    .panel()
    .getByText(/^\d+ checks have not run$/)
    .click()
  await expect(
    designer
      .panel()
      .getByRole('listitem')
      .filter({ hasText: /^Messages never arrive/ }),
  ).toBeVisible()
  await expect(bar).toContainText(/\d+ checks not run/)
  await expect(bar).not.toContainText('Checking')
  // Words about the checks come and go beside what is there, and move none of it.
  expect(await places()).toEqual(during)

  letGo()
  await designer.panel().getByRole('button', { name: 'Run again' }).click()
  await expect(designer.panel()).not.toContainText('have not run')
  await expect(bar).not.toContainText('not run')
  expect(await places()).toEqual(during)
  await expect(
    designer.findings().filter({ hasText: /messages-get-stuck|topics-cross-twice/ }),
  ).not.toHaveCount(0)
})
