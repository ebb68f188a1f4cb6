import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ONLY_IN_CHROMIUM } from '../../browser/only-in-chromium.ts';

it('names only tests that there are', () => {
  const files = readdirSync('tests/browser', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  const tests = files.map((file) => readFileSync(`tests/browser/${file}`, 'utf8')).join('');
  expect(Object.keys(ONLY_IN_CHROMIUM).filter((name) => !tests.includes(`onlyInChromium('${name}'`))).toEqual([]);
});
