/// <reference lib="webworker" />
/**
 * Keeps the whole site in the reader's browser, Python included. Service worker, made with Workbox.
 *
 * - Pages come from the network, and from here where there is none: a reader who is online reads what was deployed last.
 * - All else comes from here. What another deployment's page asks for is here too, since that page's service worker keeps
 *   its files beside these.
 * - A new deployment's worker waits until no page is open (there is no `skipWaiting`). Only then are the files of the former gone.
 *   So an open page finds all that it was built with, whatever happens on the host.
 */
import { clientsClaim } from 'workbox-core';
import { enable as enableNavigationPreload } from 'workbox-navigation-preload';
import { PrecacheController, type PrecacheStrategy } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { isSparing } from '../runtime/sparing.ts';
import type { ManifestEntry } from './manifest.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build. */
  readonly __WB_MANIFEST: readonly ManifestEntry[];
};

/** A page that has not begun to arrive by then comes from here: where the network is there in name only. */
const PATIENCE_SECONDS = 3;
const FIRST_SERVER_ERROR = 500;
const NOT_FOUND = 404;

const site = new PrecacheController();
/**
 * Workbox keeps a copy of each file and gives the file itself back, which nobody reads: all of the site would go through
 * this process's memory, and stay there. One that is not copied goes from the network to the cache.
 */
const strategy = site.strategy as PrecacheStrategy;
strategy._handleInstall = async (request, handler) => {
  strategy._useDefaultCacheabilityPluginIfNeeded();
  const response = await handler.fetch(request);
  if (!(await handler.cachePut(request, response))) throw new Error(`${request.url} cannot be kept: ${response.status}`);
  return new Response();
};
site.addToCacheList([...self.__WB_MANIFEST]);

/** Under which address this deployment's file is kept that is asked for by `url`; undefined where there is none. */
function keptAddress(url: string): string | undefined {
  // What comes after the path is the page's own business, but for the time of day that Pagefind puts there.
  const asked = new URL(new URL(url).pathname, url);
  return site.getCacheKeyForURL(asked.href) ?? site.getCacheKeyForURL(asFolder(asked).href);
}

/** As hosts do: `/basics/tasks` and `/basics/tasks/index.html` are `/basics/tasks/`. */
function asFolder(url: URL): URL {
  return new URL(url.pathname.replace(/(?:\/index\.html|\/)?$/, '/'), url);
}

const cacheName = site.strategy.cacheName;
// Some hosts name headers by which an answer differs, although they have one answer only.
const matchOptions = { ignoreVary: true };

const plugin = {
  cacheKeyWillBeUsed: async ({ request }: { request: Request }) => keptAddress(request.url) ?? request,
  // Files are kept when a service worker is installed: all of a deployment, or none.
  cacheWillUpdate: async () => null,
  handlerWillRespond: async ({ request, response }: { request: Request; response: Response }) => {
    // Firefox answers with an error, rather than with none, where the page that it fetched ahead (navigation preload) has not come.
    const came = response.type !== 'error';
    if (came && response.status < FIRST_SERVER_ERROR) return response;
    const kept = keptAddress(request.url);
    const found = kept === undefined ? undefined : await caches.match(kept, { ...matchOptions, cacheName });
    if (found === undefined && !came) throw new Error(`${request.url} has not come, and is not kept.`);
    return found ?? response;
  },
};
const options = { cacheName, matchOptions, plugins: [plugin] };

const pages = new NavigationRoute(new NetworkFirst({ ...options, networkTimeoutSeconds: PATIENCE_SECONDS }));
pages.setCatchHandler(async () => {
  const page = await site.matchPrecache('./404.html');
  return page === undefined ? Response.error() : new Response(page.body, { status: NOT_FOUND, headers: page.headers });
});
registerRoute(pages);
registerRoute(({ sameOrigin }) => sameOrigin, new CacheFirst(options));

async function keepSite(event: ExtendableEvent): Promise<void> {
  // Whoever has begun to save data since the last visit keeps what there is.
  if (isSparing()) throw new Error('The reader saves data or memory: this deployment is not kept.');
  try {
    await site.install(event);
  } catch (error) {
    // Half of a site takes room from others and is of no use. Of any other fault: what has been fetched is a beginning.
    if (error instanceof DOMException && error.name === 'QuotaExceededError' && self.registration.active === null) await caches.delete(cacheName);
    throw error;
  }
}

self.addEventListener('install', (event) => event.waitUntil(keepSite(event)));
self.addEventListener('activate', (event) => event.waitUntil(site.activate(event)));
// The page from which it was installed is served from now on, without another visit.
clientsClaim();
enableNavigationPreload();
