/**
 * What pages of this site may do, as a Content-Security-Policy: nothing but what they need, and nothing with another origin.
 *
 * It stands in every page, so that it holds on any host, and in `_headers` for hosts that read it (Netlify, Cloudflare).
 * Workers that run Python inherit it from the page (src/runtime/worker-script.ts). Astro has a policy of its own
 * (`security.csp`), but it passes over scripts that are written into pages as they are, Starlight's among them.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ELEMENT_NODE, type ElementNode, parse, type Node, type TextNode, walkSync } from 'ultrahtml';

/** Types of `<script>` that are data: browsers do not run them, and no policy is asked. */
const DATA = /^application\/(ld\+)?json$/;

/** Where a page's own elements begin to load things. The character set must come within the first 1024 bytes, so it stays first. */
const CHARACTER_SET = /<meta charset="?utf-8"?\s*\/?>/i;

/** Headers beside the policy. `frame-ancestors` has no meaning in a page. */
const OTHER_HEADERS = [
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: strict-origin-when-cross-origin',
  'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()',
];

/** Files whose names change with what is in them. */
const NAMED_BY_CONTENT = ['_astro', '_python'];

/** Writes the policy into every page of the built site, and all of it into `_headers`. */
export function securityPolicy(): AstroIntegration {
  let base = '/';
  return {
    name: 'security-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const all = new Set<string>();
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          const path = join(folder, file);
          const html = readFileSync(path, 'utf8');
          const hashes = scriptHashes(html);
          for (const hash of hashes) all.add(hash);
          writeFileSync(path, withPolicy(html, policyFor(hashes)));
        }
        writeFileSync(join(folder, '_headers'), headerFile(base, policyFor([...all].sort())));
      },
    },
  };
}

/** @param hashes of the scripts that stand in the page, as `scriptHashes` gives them. */
export function policyFor(hashes: readonly string[]): string {
  return [
    "default-src 'none'",
    // Python is WebAssembly. Text is never made into code: neither `unsafe-inline` nor `unsafe-eval`.
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes.map((hash) => `'${hash}'`)].join(' '),
    // Code and figures carry styles of their own. What styles could load is restricted below.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Of the scripts that stand in a page, without repetition, in order. What is between the tags counts, to the byte. */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  walkSync(parse(html) as Node, (node) => {
    if (node.type !== ELEMENT_NODE) return;
    // `type` says which kind of node it is.
    const { name, attributes, children } = node as ElementNode;
    if (name !== 'script' || 'src' in attributes || DATA.test(attributes['type'] ?? '')) return;
    const text = children.map((child) => (child as TextNode).value).join('');
    hashes.add(`sha256-${createHash('sha256').update(text).digest('base64')}`);
  });
  return [...hashes];
}

/** @throws if the page does not begin as pages do here: the policy must come before everything that it is about. */
export function withPolicy(html: string, policy: string): string {
  const [characterSet] = CHARACTER_SET.exec(html) ?? [];
  if (characterSet === undefined) throw new Error('A page without <meta charset="utf-8">, after which its security policy would stand.');
  return html.replace(characterSet, () => `${characterSet}<meta http-equiv="content-security-policy" content="${policy}">`);
}

/** As Netlify and Cloudflare Pages read it: a path, and below it headers. */
export function headerFile(base: string, policy: string): string {
  const rules = [
    [`${base}*`, `Content-Security-Policy: ${policy}; frame-ancestors 'self'`, ...OTHER_HEADERS],
    ...NAMED_BY_CONTENT.map((folder) => [`${base}${folder}/*`, 'Cache-Control: public, max-age=31536000, immutable']),
    // By it browsers learn of a new deployment. They ask anew, but there may be a cache between.
    [`${base}sw.js`, 'Cache-Control: no-cache'],
  ];
  return rules.map(([path, ...headers]) => `${path}\n${headers.map((header) => `  ${header}\n`).join('')}`).join('');
}
