import { expect, test } from 'vitest'
import { engineCatalogue, regionCatalogue } from './catalogue.ts'

const CATALOGUE = '../../../public/catalogue'

test('the page finds the very Regions of the table in public/catalogue', async () => {
  await expect(`${JSON.stringify(regionCatalogue(), undefined, 2)}\n`).toMatchFileSnapshot(
    `${CATALOGUE}/amazon-mq-regions.json`,
  )
})

test('the page finds the very engines of the tables in public/catalogue', async () => {
  await expect(`${JSON.stringify(engineCatalogue(), undefined, 2)}\n`).toMatchFileSnapshot(
    `${CATALOGUE}/engines.json`,
  )
})
