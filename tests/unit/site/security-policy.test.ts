import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { headerFile, policyFor, scriptHashes, withPolicy } from '../../../src/site/security-policy.ts';

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

test('each script in the page has its hash, once, to the byte', () => {
  const text = '\n  const less = 1 < 2 && "</p>";\n';
  expect(scriptHashes(`<script>${text}</script><p>x</p><script type="module">a()</script><script>${text}</script>`)).toEqual([hash(text), hash('a()')]);
});

test('data and scripts of files have none', () => {
  expect(scriptHashes('<script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script><script src="/a.js"></script>')).toEqual([]);
});

test('a script that is only spoken of has none', () => {
  expect(scriptHashes('<p title="<script>x</script>">&lt;script&gt;y&lt;/script&gt;</p><!-- <script>z</script> -->')).toEqual([]);
});

test('no script runs that is not of this site or named by its hash', () => {
  const policy = policyFor([hash('a()')]);
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' '${hash('a()')}';`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  expect(policy).not.toMatch(/https?:|\*/);
});

test('the policy comes before anything that a page loads', () => {
  expect(withPolicy('<html><head><meta charset="utf-8"><script src="a.js">', "default-src 'none'")).toBe(
    `<html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'"><script src="a.js">`,
  );
  expect(() => withPolicy('<html><head>', 'x')).toThrow('charset');
});

test('the header file names paths under the base, with the policy for all of them', () => {
  expect(headerFile('/x/', 'P')).toMatch(/^\/x\/\*\n {2}Content-Security-Policy: P; frame-ancestors 'self'\n/);
  expect(headerFile('/x/', 'P')).toContain('\n/x/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  expect(headerFile('/x/', 'P')).toContain('\n/x/sw.js\n  Cache-Control: no-cache\n');
});
