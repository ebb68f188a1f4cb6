/**
 * Whether Python is in this browser already. Page side.
 *
 * Who has run a program here is likely to run another: on the pages that they come to later, an interpreter may start before
 * they ask for it, if nothing of it has to be fetched.
 */
import { isSparing } from './sparing.ts';

/** Cache Storage: the memory of a started interpreter (kept-snapshot.ts). */
export const PYTHON_CACHE = 'asyncio-live-python';

/** Whether the reader has run a program here before, and does not save data or memory. Says so before any of Python is loaded. */
export async function hasRunHere(): Promise<boolean> {
  try {
    return !isSparing() && (await caches.has(PYTHON_CACHE));
  } catch {
    // The page is not served securely, or the reader refuses storage.
    return false;
  }
}

/**
 * Whether an interpreter can start with what is in the browser: a snapshot of the same deployment, and the module.
 * @param folder the address of Python's files, and the name of the module among them.
 */
export async function isAtHand(folder: string, module: string): Promise<boolean> {
  try {
    const kept = await (await caches.open(PYTHON_CACHE)).keys();
    if (!kept.some(({ url }) => url.startsWith(folder))) return false;
    const response = await fetch(folder + module, { cache: 'only-if-cached', mode: 'same-origin' });
    void response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
