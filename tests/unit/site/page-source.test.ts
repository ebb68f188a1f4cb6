import { describe, expect, it } from 'vitest';
import { everyPage, parsePage } from '../../../src/site/page-source.ts';

const page = parsePage(
  [
    '---',
    'title: "A page"',
    'description: About `code` and words.',
    '---',
    '',
    "import { Example } from '~/components';",
    '',
    '## A `name` in a heading {/* #a-name */}',
    '',
    'Two lines,',
    'and [a link](/basics/tasks/) in `code`.',
    '',
    '<Predict id="basics/one" kind="choice" question="How many?" options={["one", "two"]} answer={0}>',
    '',
    '**Because.** <State is="ready" />',
    '',
    '</Predict>',
    '',
    '```python',
    'print("not read")',
    '```',
    '',
  ].join('\n'),
  'content/docs/basics/a.mdx',
  'en',
);

describe('a page, read as its author wrote it', () => {
  it('has headings with their anchors', () => {
    expect(page.headings).toEqual([{ depth: 2, text: 'A name in a heading', anchor: 'a-name', line: 8 }]);
  });

  it('has links with their lines', () => {
    expect(page.links).toEqual([{ url: '/basics/tasks/', line: 11 }]);
  });

  it('has components with what is written in them', () => {
    expect(page.components.map(({ name, attributes, line }) => [name, attributes['id'] ?? attributes['is'], line])).toEqual([
      ['Predict', 'basics/one', 13],
      ['State', 'ready', 15],
    ]);
    expect(page.components[1]?.within).toEqual(['root', 'Predict', 'paragraph']);
  });

  it('has what is read, without code', () => {
    expect(page.texts.map(({ value, line }) => `${line}: ${value}`)).toEqual([
      '2: A page',
      '3: About `code` and words.',
      '8: A ',
      '8:  in a heading ',
      '10: Two lines,\nand ',
      '11: a link',
      '11:  in ',
      '11: .',
      '13: How many?',
      '13: ["one", "two"]',
      '15: Because.',
      '15:  ',
    ]);
  });
});

it('every page of the site can be read so, in both languages', () => {
  const [english, korean] = [everyPage(['en']), everyPage(['ko'])];
  expect(english.length).toBeGreaterThan(40);
  expect(korean.map(({ file }) => file.replace('docs/ko/', 'docs/'))).toEqual(english.map(({ file }) => file));
});
