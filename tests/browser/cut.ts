/** What of a page's text is cut off, or leads out of the page sideways. */
import type { Page } from 'playwright-core';

/** WCAG 1.4.10: no width of a page that a reader may have may need more than one direction of scrolling. In CSS pixels. */
export const NARROWEST = { width: 320, height: 640 };
/** A sheet of A4 between margins of 1 cm, at 96 pixels to the inch. */
export const PAPER = { width: 718, height: 1047 };

/** WCAG 1.4.12: what readers may set, and must not lose text by. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** From now on the page's text stands as far apart as readers may set it. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate((css) => {
    // Not a style element: the page's security policy does not let strangers add one.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, TEXT_SPACING);
}

/**
 * One line for each: `the page is 350 wide`, or an element whose text is cut. Empty where all is well. What a reader can
 * scroll is not cut, unless `media` is print; nor is what is hidden from sight on purpose, or shortened with all of it in its title.
 */
export function cutOff(page: Page, media: 'screen' | 'print' = 'screen'): Promise<string[]> {
  return page.evaluate((isPaper) => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`);
    // It stands apart from the page, which is not wider for it. The edge of its last button is meant to be half a rem outside.
    const bar = document.querySelector('.header > .bar');
    if (bar !== null && bar.scrollWidth > bar.clientWidth + 8) found.push(`the bar at the top is ${bar.scrollWidth} wide, in ${bar.clientWidth}`);
    // Names of lanes, which have their titles; the window that the drawing scrolls in; the window over it.
    const meant = '.tl-label, .tl-label *, .tl-view, .tl-clip, svg *';
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.matches(meant) || element.textContent.trim() === '' || !element.checkVisibility()) continue;
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      // For screen readers alone.
      if (clipPath === 'inset(50%)' || element.clientWidth <= 1) continue;
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip' || (isPaper && overflow !== 'visible');
      const wide = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = cuts(overflowY) && element.scrollHeight > element.clientHeight + 1;
      const beyond = isPaper && element.getBoundingClientRect().right > root.clientWidth + 1;
      if (wide || high || beyond) found.push(`<${element.localName} class="${element.className}">: ${element.textContent.trim().slice(0, 40)}`);
    }
    return found;
  }, media === 'print');
}
