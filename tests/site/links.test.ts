import { expect, it } from 'vitest';
import { builtSite } from './built-site.ts';
import { deadLinks } from './links.ts';

it('every link, anchor, script, image and style of the built site leads somewhere', () => {
  expect(deadLinks(builtSite())).toEqual([]);
});
