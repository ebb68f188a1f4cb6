/** The accessibility tree of an island, in reading order, before, during and after a run: what a screen reader reads. */
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { firstPlayer, IslandOnPage } from './island.ts';
import { test } from './site.ts';

/**
 * The tree as text, without what nobody hears: addresses of links, and what is drawn in a picture, which is one thing by
 * its role; its title and its description are its name.
 */
async function heard(part: Locator): Promise<string> {
  const lines = (await part.ariaSnapshot()).split('\n');
  let picture = Infinity;
  const kept = lines.filter((line) => {
    const depth = line.search(/\S/);
    if (depth > picture) return false;
    picture = line.startsWith('- img', depth) ? depth : Infinity;
    return !line.includes('- /url:');
  });
  return `${kept.join('\n')}\n`;
}

/** The same of a run whose work costs what it costs on this machine: times are not told apart, nor an instant from what lasted. */
async function heardOfOwnRun(part: Locator): Promise<string> {
  return (await heard(part))
    .replace(/\b\d+(?:\.\d+)?(?= s\b|초| begun| over)/gu, '…')
    .replace(/from (\d+(?:\.\d+)?|…) to … s/gu, 'at … s')
    .replaceAll('…초부터 …초까지', '…초');
}

/** Lasts a minute at its own pace, so that there is time to look. */
const PROGRAM = "import time\nprint('begun')\ntime.sleep(60)\nprint('over')\n";
const LAST_STEP = '5';

describe.each([
  { language: 'en', path: '/basics/tasks/' },
  { language: 'ko', path: '/ko/basics/tasks/' },
])('in $language', ({ language, path }) => {
  // `npm test -- browser -u` writes these files anew; the difference is to be read.
  test('an island is heard as these files say: at rest, while its program runs, after it, and beside the recorded run', async ({ page, site }) => {
    await page.goto(site.at(path));
    const island = new IslandOnPage(page, page.locator('live-example').first(), language);
    await firstPlayer(page);
    await expect(await heard(island.region)).toMatchFileSnapshot(`trees/${language}/at-rest.yml`);

    await island.write(PROGRAM);
    await island.run.click();
    await island.region.locator('.timeline[data-which=yours]').waitFor();
    await island.region.locator('.tl-label[data-now=waiting]').waitFor();
    // All of it is known by then, though not shown.
    await island.region.locator(`[data-tl=time][max="${LAST_STEP}"]`).waitFor();
    await island.reaches('running');
    await expect(await heardOfOwnRun(island.region)).toMatchFileSnapshot(`trees/${language}/running.yml`);

    await island.showAllAtOnce();
    await island.reaches('finished');
    await island.region.locator('.tl-compare').waitFor();
    await expect(await heardOfOwnRun(island.region)).toMatchFileSnapshot(`trees/${language}/finished.yml`);

    await island.region.locator('.tl-words summary').click();
    await expect(await heardOfOwnRun(island.region.locator('.tl-words'))).toMatchFileSnapshot(`trees/${language}/in-words.yml`);
  });

  test('a prediction is heard as this file says, before it is answered and after', async ({ page, site }) => {
    await page.goto(site.at(path));
    const prediction = page.locator('live-predict').first();
    await prediction.locator('[data-show]').waitFor();
    await expect(await heard(prediction)).toMatchFileSnapshot(`trees/${language}/prediction.yml`);
    await prediction.locator('[data-show]').click();
    await prediction.locator('.timeline').scrollIntoViewIfNeeded();
    await prediction.locator('.timeline[data-awake]').waitFor();
    await expect(await heard(prediction)).toMatchFileSnapshot(`trees/${language}/prediction-answered.yml`);
  });
});
