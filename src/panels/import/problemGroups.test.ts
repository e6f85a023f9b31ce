import { expect, test } from 'vitest'
import { partProblems, placesOf, withoutAsked } from './problemGroups.ts'

const problem = (code: string, file?: string, line?: number) => ({
  code,
  message: `${code}.`,
  ...(file === undefined ? {} : { file }),
  ...(line === undefined ? {} : { line }),
})

test('passwords, guesses and the rest are told apart, what concerns no file comes first', () => {
  const parts = partProblems([
    problem('not-well-formed', 'b.xml', 9),
    problem('password-in-file', 'a.xml', 4),
    problem('pasted', 'a.xml', 7),
    problem('left-aside'),
    problem('encoding', 'b.xml', 2),
  ])
  expect(parts.secrets.map(({ file }) => file)).toEqual(['a.xml'])
  expect(parts.guesses).toHaveLength(1)
  expect(parts.others.map(({ file, problems }) => [file, problems.map(({ line }) => line)])).toEqual([
    [undefined, [undefined]],
    ['b.xml', [2, 9]],
  ])
})

test.each([
  [[4], 'a.xml, line 4'],
  [[4, 4, 9], 'a.xml, lines 4 and 9'],
  [[1, 2, 3, 4, 5, 6, 7, 8], 'a.xml, lines 1, 2, 3, 4, 5, 6 and …'],
  [[], 'a.xml'],
])('places are said by file and line: %j', (lines, words) => {
  const [group] = partProblems(
    lines.length === 0
      ? [problem('password-in-file', 'a.xml')]
      : lines.map((line) => problem('password-in-file', 'a.xml', line)),
  ).secrets
  expect(group && placesOf(group)).toBe(words)
})

test('an address that is asked about is not told a second time as one that nobody described', () => {
  const problems = [
    problem('no-such-broker', 'a.xml', 4),
    problem('no-such-broker', 'b.xml', 4),
    problem('x', 'a.xml', 4),
  ]
  const left = withoutAsked(problems, [{ places: ['a.xml, line 4'] }])
  expect(left.map(({ code, file }) => [code, file])).toEqual([
    ['no-such-broker', 'b.xml'],
    ['x', 'a.xml'],
  ])
})
