/** What a page does without being asked waits until the reader comes to it, and until there is nothing better to do. */

/** A page is idle by then, or says that it is not for no reason: Chromium may, long after a click. */
const IDLE_BY_MS = 300;

/** Is done when the page has nothing else to do; where a browser cannot tell, soon. */
export function whenIdle(work: () => void, signal: AbortSignal): void {
  const go = () => signal.aborted || work();
  if ('requestIdleCallback' in globalThis) requestIdleCallback(go, { timeout: IDLE_BY_MS });
  else setTimeout(go, IDLE_BY_MS);
}

/** How far out of sight is near: half a window's height. */
const NEAR = '50%';

/** Is done once, when the element is in sight or near it. */
export function whenNear(element: Element, work: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      work();
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
