/** Where a page's workers begin. Page side. */
import workerUrl from './worker.ts?worker&url';

let script: string | null = null;
let forbidden = false;

/**
 * Whether a policy forbids this page its workers: not the page's own, but a header of the host's, or an extension's. The
 * browser tells so just before the worker's event `error`, which gives no reason.
 */
export function workersAreForbidden(): boolean {
  return forbidden;
}

/**
 * The address for `new Worker(…, { type: 'module' })`: a script that imports worker.ts, as a `blob:` of this page, and hands it
 * what it was sent before. Not `import … from`: in Firefox a service worker does not answer for that, and offline no worker
 * would begin.
 *
 * A worker from an address of the site has the policy of the headers that came with it, and a plain host sends none. One
 * from a `blob:` has the page's own Content-Security-Policy, which stands in the page itself: no code is made from text in
 * it, nothing is imported or fetched from elsewhere. https://w3c.github.io/webappsec-csp/#security-inherit-csp
 */
export function workerScript(): string {
  script ??= makeScript();
  return script;
}

function makeScript(): string {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective === 'worker-src') forbidden = true;
  });
  const address = JSON.stringify(new URL(workerUrl, location.href).href);
  const script = `
    const early = [];
    const keep = (message) => early.push(message);
    addEventListener('message', keep);
    import(${address}).then(
      () => {
        removeEventListener('message', keep);
        for (const message of early) dispatchEvent(message);
      },
      (error) => setTimeout(() => { throw error; }),
    );
  `;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
