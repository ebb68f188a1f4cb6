/** Presses buttons as a hand does, and says when their effect was to be seen. All times are the page's own. */
import type { CDPSession, Page } from 'playwright-core';

/** Where output is to be seen. */
export interface Shown {
  /** CSS selector. */
  readonly output: string;
  /** JavaScript: whether what stands there is of a run, not recorded. */
  readonly ran: string;
}

const inspectors = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Presses the button `selector` and measures until `text` appears in `output`.
 *
 * The clock starts at the first sign that the page gets of the press, be it the pointer over the button, so that what a
 * page begins at that sign saves it nothing here: the pointer is nowhere near before, and is pressed where it arrives. It
 * stops when the text is in the document (a MutationObserver sees the element or text that brings it) and is of a run: a page
 * that shows a recorded one may draw it anew meanwhile.
 *
 * @param then what else is done at once after the press, on the same clock: another button.
 * @returns milliseconds of real time.
 */
export async function pressUntil(page: Page, selector: string, shown: Shown, text: string, then?: () => Promise<void>): Promise<number> {
  await arm(page, selector, shown, text);
  await press(page, selector);
  await then?.();
  return page.evaluate('bench');
}

/** A press of the left button in the middle of the element, with no time between arriving, pressing and letting go. */
export async function press(page: Page, selector: string): Promise<void> {
  inspectors.set(page, inspectors.get(page) ?? page.context().newCDPSession(page));
  const inspector = await inspectors.get(page);
  const at = (await page.evaluate(`(${middleOf})(${JSON.stringify(selector)})`)) as { readonly x: number; readonly y: number };
  const button = { ...at, button: 'left', clickCount: 1 } as const;
  await Promise.all([
    inspector?.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button }),
    inspector?.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button }),
  ]);
}

async function arm(page: Page, selector: string, { output, ran }: Shown, text: string): Promise<void> {
  // As text: what runs in the page is not to name what only this file has.
  await page.evaluate(`(${middleOf})(${JSON.stringify(selector)}); (${armInPage})(${[selector, output, text].map((word) => JSON.stringify(word)).join()}, () => ${ran})`);
}

/** Runs in the page: leaves a promise of the milliseconds in the global `bench`. */
function armInPage(selector: string, output: string, text: string, ran: () => boolean): void {
  const button = document.querySelector(selector);
  const root = document.querySelector(output);
  if (button === null || root === null) throw new Error(`There is no ${button === null ? selector : output} here.`);
  let pressedAt = Infinity;
  for (const sign of ['pointerover', 'pointerdown', 'click']) {
    // timeStamp: when the browser got it, on the clock of performance.now(), before the page had time for it.
    button.addEventListener(sign, (event) => (pressedAt = Math.min(pressedAt, event.timeStamp)), { capture: true });
  }
  Object.assign(globalThis, {
    bench: new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`After two minutes there is no "${text}" in ${output}, which holds: ${root.textContent}`)), 60_000);
      new MutationObserver((records, observer) => {
        if (pressedAt === Infinity || !ran()) return;
        const fresh = records.flatMap(({ type, target, addedNodes }) => (type === 'characterData' ? [target] : [...addedNodes]));
        if (!fresh.some((node) => node.textContent?.includes(text))) return;
        resolve(performance.now() - pressedAt);
        observer.disconnect();
      }).observe(root, { childList: true, characterData: true, subtree: true });
    }),
  });
}

/** Runs in the page: brings the element into view and says where its middle is, in CSS pixels of the window. */
function middleOf(selector: string): { x: number; y: number } {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element?.getBoundingClientRect();
  if (element === null || box === undefined || box.width === 0) throw new Error(`There is no ${selector} to press.`);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (!element.contains(document.elementFromPoint(at.x, at.y))) throw new Error(`Something lies over ${selector}.`);
  return at;
}
