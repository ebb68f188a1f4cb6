/** What axe finds to complain about on a page. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules that depend on the theme. */
export const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * One line for each complaint, and under it what it is about; empty where all is well.
 *
 * Each program of a page has a region `Timeline` within the region that is named by its title. axe holds names of landmarks
 * against each other without what stands around them (`landmark-unique`, good practice rather than WCAG), so it would have the
 * title said twice. Only these regions are spared, and only by that rule.
 *
 * @param rules the only ones to ask for; all where none are given.
 */
export async function complaintsOf(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Once for a page: it is 1.5 MB of script.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const options = { resultTypes: ['violations'], ...(rules.length === 0 ? {} : { runOnly: rules }) };
  // As text: compiled, the name would not be the page's own.
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.flatMap(({ id, help, nodes }) => {
    const meant = nodes.filter(({ html }) => id !== 'landmark-unique' || !html.startsWith('<section class="timeline"'));
    return meant.length === 0 ? [] : [`${id}: ${help}\n${meant.map(({ html }) => `  ${html}`).join('\n')}`];
  });
}
