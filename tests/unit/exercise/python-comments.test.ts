import { expect, it } from 'vitest';
import { withoutComments } from '../../../src/examples/python-comments.ts';

it.each([
  ['a comment goes', 'x = 1  # one\ny = 2\n', 'x = 1  \ny = 2\n'],
  ['a hash in a string stays', `a = '#1' + "#2"\n`, `a = '#1' + "#2"\n`],
  ['a hash in a long string stays', 'a = """\n# not a comment\n"""  # a comment\n', 'a = """\n# not a comment\n"""  \n'],
  ['a quote in a comment begins no string', `# don't\nx = '#'\n`, `\nx = '#'\n`],
  ['an escaped quote ends no string', `a = 'it\\'s # here'  # gone`, `a = 'it\\'s # here'  `],
  ['a string that is not closed ends with its line', `a = 'open\nb = 1  # gone`, `a = 'open\nb = 1  `],
  ['a long string that is not closed ends with the file', `a = '''open # here\n# there`, `a = '''open # here\n# there`],
  ['an empty string is no long one', `a = ''  # gone`, `a = ''  `],
])('%s', (_, source, expected) => {
  expect(withoutComments(source)).toBe(expected);
});
