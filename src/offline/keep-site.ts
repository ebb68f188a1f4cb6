/** Has the whole site kept in the reader's browser, so that it works offline. Page side. */
import { isSparing } from '../runtime/sparing.ts';
import { address } from '../site/address.ts';

let asked = false;

/**
 * Installs the service worker, which fetches all of the site, when the page has nothing better to do. Only the first call
 * counts. Not where the reader saves data or has little memory. Where service workers are refused, everything works without.
 */
export function keepSite(): void {
  // `astro dev` has none.
  if (asked || import.meta.env.DEV || isSparing()) return;
  asked = true;
  // Not in Safari before 26.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void register());
  else void register();
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register(address('/sw.js'));
  } catch (error) {
    console.info('This site cannot be kept for offline use here.', error);
  }
}
