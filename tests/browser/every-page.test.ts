/** What can be said of every page, from one look at each: to load them all takes half a minute, and need not be paid by each check. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { builtSite } from '../site/built-site.ts';
import { complaintsOf, RULES_OF_COLOUR } from './complaints.ts';
import { cutOff, NARROWEST, PAPER, spaceText } from './cut.ts';
import { test } from './site.ts';
import { violationsOf } from './violations.ts';

const PAGES = builtSite().pages.map(({ path }) => path);

test('there are pages to look at', () => {
  expect(PAGES.length).toBeGreaterThan(50);
});

// Side by side. Each window that a test opens fails it when a request leaves the site (see site.ts).
test.concurrent.for(PAGES)('%s loads without an error and within its policy, is right for axe in both themes, whole in a narrow window and with spaced text, and on paper', async (path, { page, site }) => {
  const errors = errorsOf(page, path);
  const violations = await violationsOf(page);
  await page.goto(site.at(path));
  const light = await complaintsOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await complaintsOf(page, RULES_OF_COLOUR);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  const paper = await cutOff(page, 'print');
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(NARROWEST);
  const narrow = await cutOff(page);
  await spaceText(page);
  const spaced = await cutOff(page);
  expect({ errors, violations, light, dark, paper, narrow, spaced }).toEqual({ errors: [], violations: [], light: [], dark: [], paper: [], narrow: [], spaced: [] });
});

/** What the page logs as an error, or leaves uncaught, from its first moment on. */
function errorsOf(page: Page, path: string): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // That it was not found is what the browser says of this page itself.
    if (message.type() === 'error' && path !== '/404.html') errors.push(message.text());
  });
  return errors;
}
