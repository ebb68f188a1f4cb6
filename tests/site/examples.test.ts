import { expect, it } from 'vitest';
import { listExamples, listExercises } from '../../src/examples/list.ts';
import { loadExample } from '../../src/examples/load.ts';
import { exerciseWords } from '../../src/i18n/exercise.ts';
import { builtSite, named } from './built-site.ts';

const { pages } = builtSite();
const shown = (element: string, attribute: string) =>
  new Set(pages.flatMap((page) => named(page, element).flatMap(({ attributes }) => attributes[attribute] ?? [])));

it('every example is on a page, as a live example or as one to predict', () => {
  const ids = new Set([...shown('live-example', 'data-id'), ...shown('live-predict', 'data-example')]);
  expect(listExamples().filter((id) => !ids.has(id))).toEqual([]);
});

it('every exercise is on a page', () => {
  const ids = shown('live-exercise', 'data-exercise');
  expect(listExercises().filter((id) => !ids.has(id))).toEqual([]);
});

it('no program that is to be predicted is shown with its output on the same page', () => {
  const both = pages.flatMap((page) => {
    const open = named(page, 'live-example').filter(({ attributes }) => !('data-sealed' in attributes));
    const live = new Set(open.map(({ attributes }) => attributes['data-id']));
    return named(page, 'live-predict')
      .map(({ attributes }) => attributes['data-example'])
      .filter((id) => live.has(id))
      .map((id) => `${page.path}: ${id}`);
  });
  expect(both).toEqual([]);
});

it('every prediction has its answer in a fold, for readers without scripts', () => {
  const predictions = pages.flatMap((page) => named(page, 'live-predict'));
  expect(predictions.length).toBeGreaterThan(70);
  const folds = pages.flatMap(({ path, elements }) => {
    const label = exerciseWords(path.startsWith('/ko/') ? 'ko' : 'en').showAnswer;
    const answers = elements.filter(({ name, attributes }) => name === 'details' && attributes['class'] === 'fold answer');
    return answers.map(({ text }) => ({ path, labelled: text.includes(label), why: text.replace(label, '').trim() }));
  });
  expect(folds.filter(({ labelled, why }) => labelled && why !== '')).toHaveLength(predictions.length);
});

it('a program that cannot run in a browser says why, in the language of its page', async () => {
  const native = (await Promise.all(listExamples().map((id) => loadExample(id)))).filter(({ marks }) => !marks.browser);
  expect(native).not.toEqual([]);
  for (const language of ['en', 'ko'] as const) {
    const said = pages
      .filter(({ path }) => path.startsWith('/ko/') === (language === 'ko'))
      .flatMap((page) => named(page, 'p').filter(({ attributes }) => attributes['class']?.includes('recording-only')).map(({ text }) => text));
    expect(said).toHaveLength(native.length);
    for (const { marks } of native) expect(said.filter((text) => text.endsWith(marks.reason?.[language] ?? '?'))).not.toEqual([]);
  }
});
