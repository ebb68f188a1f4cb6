/** Whether the site has been published anew while this page was open. Page side. */

/** Who waits for the answer has seen something fail already. */
const PATIENCE_MS = 5000;

/**
 * Whether this page is older than the site. Scripts are named after what is in them and in all that they load, so a page
 * that is served with other ones is another page; what this one has still to fetch may be gone. False where nobody answers.
 */
export async function isOutdated(): Promise<boolean> {
  try {
    const response = await fetch(location.pathname, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) return false;
    const served = await response.text();
    return scriptAddresses().some((address) => !served.includes(address));
  } catch {
    return false;
  }
}

function scriptAddresses(): string[] {
  return [...document.querySelectorAll('script[type=module][src]')].map((script) => script.getAttribute('src') ?? '');
}
