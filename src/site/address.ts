const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/**
 * The address of a page under the site's base path. `path` is from the root of the site and begins with a slash; English
 * is at the root (locale undefined), the other languages are below it.
 *
 * @example address('/playground/', 'ko') // '/ko/playground/', or '/x/ko/playground/' under the base path /x/
 */
export function address(path: string, locale?: string): string {
  return `${base}${locale === undefined ? '' : `/${locale}`}${path}`;
}

/** What `address` was given: the path without base path and language. */
export function pathOf(href: string): string {
  return href.slice(base.length).replace(/^\/ko(?=\/|$)/, '') || '/';
}

/**
 * The name of a page in `content/docs/`, without language.
 *
 * @example pageOf('/ko/basics/tasks/') // 'basics/tasks'
 */
export function pageOf(href: string): string {
  return pathOf(href).replaceAll(/^\/|\/$/g, '');
}
