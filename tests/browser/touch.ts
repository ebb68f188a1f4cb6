/** A finger on a page, moved by what drives the browser: Playwright itself only taps, and in Firefox not even that. */
import type { Locator, Page } from 'playwright-core';
import { contextIdOf, sendCommand } from './bidi.ts';
import { browserName } from './browsers.ts';

/** In CSS pixels of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Finger {
  down(at: Point): Promise<void>;
  moveTo(at: Point): Promise<void>;
  up(): Promise<void>;
}

/** The page's context must have `hasTouch`. */
export async function fingerOn(page: Page): Promise<Finger> {
  return browserName === 'firefox' ? inFirefox(page) : inChromium(page);
}

export async function tap(finger: Finger, at: Point): Promise<void> {
  await finger.down(at);
  await finger.up();
}

/** A place in what is seen of an element, in shares of its width and height. Scrolls it into view. @throws if nothing is. */
export async function placeIn(element: Locator, across = 0.5, down = 0.5): Promise<Point> {
  await element.evaluate((found) => found.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await element.boundingBox();
  if (box === null) throw new Error(`${String(element)} is not to be seen`);
  return { x: Math.round(box.x + box.width * across), y: Math.round(box.y + box.height * down) };
}

async function inChromium(page: Page): Promise<Finger> {
  const devtools = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: readonly Point[]): Promise<void> =>
    void (await devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] }));
  return { down: (at) => touch('touchStart', [at]), moveTo: (at) => touch('touchMove', [at]), up: () => touch('touchEnd', []) };
}

function inFirefox(page: Page): Finger {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  const touch = async (...actions: readonly object[]): Promise<void> => {
    const pointer = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
    await sendCommand(browser, 'input.performActions', { context: contextIdOf(page), actions: [pointer] });
  };
  const moved = ({ x, y }: Point) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
  return {
    down: (at) => touch(moved(at), { type: 'pointerDown', button: 0 }),
    moveTo: (at) => touch(moved(at)),
    up: () => touch({ type: 'pointerUp', button: 0 }),
  };
}
