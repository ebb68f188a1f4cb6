import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtSite, named } from './built-site.ts';

const site = builtSite();
const policyOf = (path: string): string | undefined => {
  const page = site.pages.find((candidate) => candidate.path === path);
  const [, second] = page === undefined ? [] : named(page, 'meta');
  return second?.attributes['http-equiv'] === 'content-security-policy' ? second.attributes['content'] : undefined;
};

it('every page has a security policy right after its character set', () => {
  expect(site.pages.map(({ path }) => path).filter((path) => policyOf(path) === undefined)).toEqual([]);
});

it('no policy lets text be run as code, or another origin in', () => {
  for (const { path } of site.pages) {
    const policy = policyOf(path) ?? '';
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src ')) ?? '';
    expect(scripts.split(' ').filter((source) => !source.startsWith("'sha256-")), path).toEqual(['script-src', "'self'", "'wasm-unsafe-eval'"]);
    expect(policy, path).not.toMatch(/https?:|\*/);
    expect(policy, path).toMatch(/^default-src 'none'; /);
  }
});

it('what no policy can allow is in no page: handlers in attributes, and addresses that are scripts', () => {
  const found = site.pages.flatMap(({ path, elements }) =>
    elements.flatMap(({ name, attributes }) =>
      Object.entries(attributes)
        .filter(([key, value]) => /^on/i.test(key) || /^\s*javascript:/i.test(value))
        .map(([key]) => `${path}: <${name} ${key}>`),
    ),
  );
  expect(found).toEqual([]);
});

it('hosts that read headers from a file get the policy of every page', () => {
  const headers = readFileSync(`${site.folder}/_headers`, 'utf8');
  const [, sent = ''] = /Content-Security-Policy: (.*)/.exec(headers) ?? [];
  for (const { path } of site.pages) {
    for (const [source] of (policyOf(path) ?? '').matchAll(/'[^']*'/g)) expect(sent, path).toContain(source);
  }
  // Cloudflare passes over longer lines.
  expect(Math.max(...headers.split('\n').map(({ length }) => length))).toBeLessThan(2000);
});
