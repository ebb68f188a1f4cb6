import { expect, it } from 'vitest';
import { nestedBuild } from '../site-builds.ts';
import { readSite } from './built-site.ts';
import { deadLinks } from './links.ts';

it('the site built for another base path leads nowhere else', () => {
  expect(deadLinks(readSite(nestedBuild.folder, nestedBuild.base))).toEqual([]);
});
