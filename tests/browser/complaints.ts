/** What axe finds to complain about on a page. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * One line for each complaint, and under it what it is about; empty where all is well.
 *
 * Each program of a page has a region `Timeline` within the region that is named by its title. axe holds names of landmarks
 * against each other without what stands around them (`landmark-unique`, good practice rather than WCAG), so it would have the
 * title said twice. Only these regions are spared, and only by that rule.
 */
export async function complaintsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // As text: compiled, the name would not be the page's own.
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.flatMap(({ id, help, nodes }) => {
    const meant = nodes.filter(({ html }) => id !== 'landmark-unique' || !html.startsWith('<section class="timeline"'));
    return meant.length === 0 ? [] : [`${id}: ${help}\n${meant.map(({ html }) => `  ${html}`).join('\n')}`];
  });
}
