import { type BuiltSite, named, ownFiles, type Page, valuesOf } from './built-site.ts';

const anySite = 'http://any.invalid';

/** Every link, script, image and style that leads nowhere, as sentences. */
export function deadLinks(site: BuiltSite): string[] {
  const anchors = new Map(site.pages.map((page) => [page.path, new Set(valuesOf(page, 'id'))]));
  const inPages = site.pages.flatMap((page) =>
    targetsOf(page).flatMap((target) => {
      const problem = problemWith(target, page.path, site, anchors);
      return problem === null ? [] : [`${page.path}: ${target} ${problem}`];
    }),
  );
  const inStyles = ownFiles(site, '.css').flatMap(({ file, text }) =>
    [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].flatMap(([, target = '']) => {
      const problem = target.startsWith('data:') ? null : problemWith(target, file, site, anchors);
      return problem === null ? [] : [`${file}: ${target} ${problem}`];
    }),
  );
  return [...inPages, ...inStyles];
}

/** What a page leads to or loads, as it is written. Canonical addresses name the host, so they are no links within the site. */
function targetsOf(page: Page): string[] {
  const links = named(page, 'link').filter(({ attributes }) => !['canonical', 'alternate', 'sitemap'].includes(attributes['rel'] ?? ''));
  const linked = [...named(page, 'a'), ...links].flatMap(({ attributes }) => attributes['href'] ?? []);
  const loaded = named(page, 'script', 'img', 'iframe', 'source').flatMap(({ attributes }) => attributes['src'] ?? []);
  return [...linked, ...loaded];
}

function problemWith(target: string, from: string, site: BuiltSite, anchors: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const base = site.base.replace(/\/$/, '');
  const url = new URL(target, `${anySite}${base}${from}`);
  if (url.origin !== anySite) return null;
  if (!url.pathname.startsWith(`${base}/`)) return `leaves the base path ${site.base}`;

  const path = decodeURIComponent(url.pathname.slice(base.length));
  const page = anchors.get(path);
  if (page === undefined) return site.files.has(path) ? null : 'does not exist';
  // A share link carries its program in the fragment, and text fragments belong to the browser.
  if (url.hash === '' || /^#(code=|:~:)/.test(url.hash)) return null;
  return page.has(decodeURIComponent(url.hash.slice(1))) ? null : 'names an anchor that is not there';
}
