import { describe, expect, it } from 'vitest';
import { countPage, differencesBetween, missingFrom, unused } from '../../../src/site/completeness.ts';
import { countContent, missingIn, tableOf } from '../../../src/site/content-count.ts';
import { everyPage, pageSource, parsePage } from '../../../src/site/page-source.ts';
import { readFileSync } from 'node:fs';

const file = 'content/docs/basics/tasks.mdx';
const tasks = readFileSync(file, 'utf8');
const korean = pageSource('basics/tasks', 'ko');

/** What is missing from the page on tasks after each of `changes`, which must change something. */
function missingAfter(...changes: readonly (readonly [string | RegExp, string])[]): readonly string[] {
  const mdx = changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    return changed;
  }, tasks);
  const page = parsePage(mdx, file, 'en');
  return [...missingFrom(page, countPage(page, () => true)), ...differencesBetween(korean, page)];
}

describe('a page', () => {
  it('lacks nothing as it is', () => {
    expect(missingAfter([/$/, '\n'])).toEqual([]);
  });

  it.each([
    ['objectives', [/<(\/?)Objectives>/g, '<$1Remember>'], /needs <Objectives>, once/],
    ['a prediction', [/<Predict[^]*?<\/Predict>/, ''], /nothing to predict/],
    ['an exercise', [/<Exercise[^]*?<\/Exercise>/, ''], /has no <Exercise>/],
    ['hints', [/<Hint>[^]*?<\/Hint>/g, ''], /1 to 3 hints, and here are 0 for 1/],
    ['a line to remember', [/<Remember>[^]*?<\/Remember>/, ''], /one line to remember/],
    ['links at its end', [/## Read on[^]*/, '## Read on {/* #read-on */}\n'], /ends with links into https:\/\/docs\.python\.org\/3\.14\//],
    ['its own language’s documentation', ['docs.python.org/3.14/', 'docs.python.org/ko/3.14/'], /tasks\.mdx:\d+: .* is not below https:\/\/docs\.python\.org\/3\.14\//],
    ['the usual words in a heading', ['## Exercise {', '## Your turn {'], /tasks\.mdx:\d+: the heading #exercise is "Exercise" on every page, not "Your turn"/],
    ['the usual anchor of a heading', ['#read-on */', '#links */'], /no heading ## Read on \{\/\* #read-on/],
    ['the usual label', ['**Change one thing.** Put', 'Change one thing: put'], /tasks\.mdx:\d+: the label is \*\*Change one thing\.\*\* on every page/],
    ['a program that exists', ['basics/create-and-await"', 'basics/create-and-wait"'], /tasks\.mdx:\d+: there is no content\/examples\/basics\/create-and-wait\.py/],
    ['examples: it has one', [/<Example id="basics\/(?!task-names)[^>]*>/g, ''], /needs 2 to 4 examples and has 1 that run, 0 recorded/],
    ['moderation: it has five examples', ['<Example', '<Example id="basics/task-names" title="Again" />\n\n<Example'], /has 5 that run/],
    ['the anchors of its twin', ['#names */', '#a-name */'], /anchor \d is #names, but in content\/docs\/basics\/tasks\.mdx it is #a-name/],
    ['the programs of its twin', [/<Example id="basics\/task-names"[^>]*>/, ''], /program \d is <Example id="basics\/task-names">/],
  ] as const)('that lacks %s is told so', (_, change, sentence) => {
    expect(missingAfter(change).join('\n')).toMatch(sentence);
  });
});

it('a recording that cannot run in a browser comes on top of four examples', () => {
  const page = pageSource('basics/executors', 'en');
  const count = countPage(page, (id) => id !== 'basics/process-pool');
  expect([count.examples, count.recorded, missingFrom(page, count)]).toEqual([5, 1, []]);
});

it('a program that no page shows is named', () => {
  const pages = everyPage(['en']).filter(({ file: name }) => name !== file);
  expect(unused(pages)).toEqual(
    expect.arrayContaining(['content/examples/basics/task-names.py: no page shows it.', 'content/exercises/basics/reorder-four-lines/: no page shows it.']),
  );
});

it('the table counts by chapter and language, and ends with what is missing', () => {
  const count = { examples: 4, recorded: 1, predicts: 1, exercises: 1, notes: 2, links: 8 };
  const chapters = [
    { chapter: 'basics', language: 'en' as const, pages: 1, ...count, missing: [] },
    { chapter: 'basics', language: 'ko' as const, pages: 1, ...count, missing: ['x.mdx: it has no <Exercise>.'] },
    { chapter: 'inside', language: 'en' as const, pages: 12, ...count, missing: [] },
  ];
  const sum = { chapters, missing: ['y.py: no page shows it.'] };
  expect(tableOf(sum)).toBe(
    [
      '           pages  examples  recorded  predicts  exercises  notes  links  missing',
      'basics en      1         4         1         1          1      2      8        0',
      'basics ko      1         4         1         1          1      2      8        1',
      'inside en     12         4         1         1          1      2      8        0',
      'all en        13         8         2         2          2      4     16        0',
      'all ko         1         4         1         1          1      2      8        1',
      'missing from the site as a whole: 1',
      '  x.mdx: it has no <Exercise>.',
      '  y.py: no page shows it.',
    ].join('\n'),
  );
  expect(missingIn(sum)).toBe(2);
});

it('nothing is missing from the site', async () => {
  const count = await countContent();
  expect([...count.chapters.flatMap(({ missing }) => missing), ...count.missing]).toEqual([]);
});
