import { expect, test } from 'vitest'
import { DOCUMENT_VERSION } from '../../document.ts'
import { parseDocument } from '../parseDocument.ts'
import { MIGRATIONS, migrate } from './index.ts'
import type { Migration } from './migration.ts'

/** Two changes as they will look, so that what runs them is tested before there is one. */
const SAMPLE: readonly Migration[] = [
  {
    from: 1,
    what: 'A design is called by its title.',
    migrate: ({ name, ...rest }) => ({ ...rest, title: name }),
    example: { before: { version: 1, name: 'a' }, after: { version: 2, title: 'a' } },
  },
  {
    from: 2,
    what: 'Titles are capitals.',
    migrate: (document) => ({ ...document, title: String(document['title']).toUpperCase() }),
    example: { before: { version: 2, title: 'a' }, after: { version: 3, title: 'A' } },
  },
]

const files = Object.keys(import.meta.glob('./*-to-*.ts', { eager: true }))

test('there is a file for every change of the format, and every file is run', () => {
  expect(MIGRATIONS).toHaveLength(files.length)
  expect(files.map((file) => Number(/(\d+)-to-/.exec(file)?.[1])).toSorted((a, b) => a - b)).toEqual(
    MIGRATIONS.map(({ from }) => from),
  )
})

test.each([
  ['the changes of this format', MIGRATIONS, DOCUMENT_VERSION],
  ['sample changes', SAMPLE, 3],
])(
  '%s lead from version 1 to the newest without a gap, each as its example says',
  (_, migrations, current) => {
    expect(migrations.map(({ from }) => from)).toEqual(
      Array.from({ length: current - 1 }, (__, index) => index + 1),
    )
    for (const { example, from } of migrations) {
      const one = migrate(example.before, migrations.slice(from - 1, from), from + 1)
      expect(one).toMatchObject({ ok: true, value: example.after })
    }
  },
)

test('a document goes through every change that is newer than it, and no other', () => {
  expect(migrate({ version: 1, name: 'a' }, SAMPLE, 3)).toMatchObject({ value: { version: 3, title: 'A' } })
  expect(migrate({ version: 2, title: 'b' }, SAMPLE, 3)).toMatchObject({ value: { version: 3, title: 'B' } })
  expect(migrate({ version: 3, title: 'c' }, SAMPLE, 3)).toMatchObject({ value: { version: 3, title: 'c' } })
})

test('a newer document is refused, and so is one without a version that counts', () => {
  expect(migrate({ version: 4 }, SAMPLE, 3).problems[0]?.message).toBe(
    'This design was made by format 4. This page reads up to 3. Open it with a newer Meshwright.',
  )
  for (const version of [0, -1, 1.5, '1', null, NaN, Infinity]) {
    expect(parseDocument({ version, design: {} }).problems[0]?.code).toBe('no-version')
  }
})
