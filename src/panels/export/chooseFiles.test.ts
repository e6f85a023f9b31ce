import { exportFiles } from '@meshwright/model/export'
import { sketch } from '@meshwright/model/sketch'
import { fileNames } from '@meshwright/model/xml'
import { expect, test } from 'vitest'
import { archiveName, chooseFiles, sizeInWords } from './chooseFiles.ts'

const design = sketch('user bridge; pair hub; hub = a; a -> b')
const paths = (names: readonly string[], format: 'xml' | 'connectors' | 'summary' = 'xml') => {
  const chosen = new Set(design.brokers.filter(({ name }) => names.includes(name)).map(({ id }) => id))
  return chooseFiles(exportFiles(design, format).files, fileNames(design), chosen).map(({ path }) => path)
}

test('only the files of chosen brokers leave, with what belongs beside them', () => {
  expect(paths(['hub'])).toEqual(expect.arrayContaining(['hub-1.xml', 'hub-2.xml']))
  expect(paths(['hub']).every((path) => path.startsWith('hub'))).toBe(true)
})

test('with every broker chosen nothing is left out', () => {
  expect(paths(['hub', 'a', 'b'])).toHaveLength(exportFiles(design, 'xml').files.length)
})

test('the summary belongs to no broker', () => {
  expect(paths([], 'summary')).toEqual(['summary.md'])
})

test.each([
  ['eu payments', 'xml', 'eu-payments.zip'],
  ['../..', 'xml', 'design.zip'],
  ['a', 'connectors', 'a-connectors.zip'],
] as const)('the archive of "%s" has a name that every file system takes', (name, format, archive) => {
  expect(archiveName({ name }, format)).toBe(archive)
})

test.each([
  ['a', '1 B'],
  ['é', '2 B'],
  ['x'.repeat(1500), '1.5 kB'],
  ['x'.repeat(12_345), '12 kB'],
])('sizes are told in bytes as written', (text, words) => {
  expect(sizeInWords(text)).toBe(words)
})
