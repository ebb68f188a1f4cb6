/** Which files of the built site are kept in the reader's browser, and how each is known again. Build side. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '../site/built-files.ts';

/** As Workbox reads it: one file of a deployment. */
export interface ManifestEntry {
  /** Relative to the service worker, which is at the root of the site. */
  readonly url: string;
  /** The content's hash; null where the name has it. */
  readonly revision: string | null;
  /** As in `<script integrity>`: what was cut off or damaged on its way is not kept. */
  readonly integrity?: string;
}

/** Files whose names change with what is in them. */
const NAMED_BY_CONTENT = /^_(astro|python)\//;

/** What no page asks for: files for hosts and for crawlers, and faces of Pagefind that Starlight's search does without. */
const NOT_FOR_PAGES = /^(_headers|\.nojekyll|sitemap.*\.xml|social-card\.png|sw\.js|pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\.(js|css))$/;

/** All that readers can come to need, of the site in `folder`. The same for the same files, whatever machine built them. */
export function manifestOf(folder: string): readonly ManifestEntry[] {
  return filesIn(folder)
    .filter((path) => !NOT_FOR_PAGES.test(path))
    .map((path) => entryOf(path, readFileSync(join(folder, path))));
}

function entryOf(path: string, content: Uint8Array): ManifestEntry {
  const hash = createHash('sha256').update(content);
  // Hosts may write into pages what they like (Cloudflare's statistics), but not into these: others keep them for ever.
  if (NAMED_BY_CONTENT.test(path)) return { url: `./${path}`, revision: null, integrity: `sha256-${hash.digest('base64')}` };
  // A page by the address that links have; under the name of its file, some hosts answer with another address.
  const address = basename(path) === 'index.html' ? path.slice(0, -'index.html'.length) : path;
  return { url: `./${address}`, revision: hash.digest('hex').slice(0, 16) };
}
