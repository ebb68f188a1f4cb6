import { expect, test } from 'vitest';
import { onIntent } from '../../../src/site/search-on-demand.ts';

const ID = '/node_modules/@astrojs/starlight/dist/components/Search.astro?astro&type=script&index=0&lang.ts';

test("Starlight's search waits for the reader", () => {
  const code = 'before\nconst onIdle = window.requestIdleCallback || ((cb) => setTimeout(cb, 1));\nafter';
  expect(onIntent(code, ID)).toContain('onSearchIntent(this, load);\nafter');
});

test('a search that is not what it was stops the build', () => {
  expect(() => onIntent('something else', ID)).toThrow("Starlight's search has changed");
});

test('other files are left alone', () => {
  expect(onIntent('something else', '/src/components/Search.ts')).toBeUndefined();
});
