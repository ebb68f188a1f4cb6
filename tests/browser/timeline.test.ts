/** Time on the page: stepped, scrubbed and played, and always what the event log says. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { loadExample } from '../../src/examples/load.ts';
import { timelineWords } from '../../src/timeline/words.ts';
import { bufferOf, textOf } from '../../src/island/output-buffer.ts';
import { outputLines } from '../../src/log/transcript.ts';
import type { EventLog } from '../../src/log/events.ts';
import { announce } from '../../src/log/sentences/sentences.ts';
import { momentOf, placesAt, timelineOf } from '../../src/log/timeline.ts';
import type { Timeline } from '../../src/log/model.ts';
import { complaintsOf } from './complaints.ts';
import { onlyInChromium } from './browsers.ts';
import { IslandOnPage } from './island.ts';
import { type Fixtures, test } from './site.ts';
import { type Point, fingerOn, tap } from './touch.ts';

type Language = 'en' | 'ko';

/** Programs whose runs together have all there is: turns, blocking, threads, cancellation, a line that is overwritten. */
const RUNS = [
  { path: '/basics/event-loop/', id: 'basics/turn-by-turn' },
  { path: '/basics/event-loop/', id: 'basics/one-tick' },
  { path: '/basics/executors/', id: 'basics/to-thread' },
  { path: '/basics/threads-vs-tasks/', id: 'basics/spinner-frozen' },
  { path: '/basics/cancellation/', id: 'basics/cancel-at-await' },
];

/** What a reader sees at a step. */
interface Seen {
  readonly sentence: string;
  readonly output: readonly string[];
  /** `line state` for each highlighted line, e.g. `7 waiting`. */
  readonly lines: readonly string[];
}

class TimelineOnPage {
  readonly island: IslandOnPage;
  readonly region: Locator;
  readonly slider: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly back: Locator;
  readonly forward: Locator;
  readonly toStart: Locator;

  constructor(page: Page, id: string, language: Language = 'en') {
    const words = timelineWords(language);
    this.island = new IslandOnPage(page, page.locator(`live-example[data-id="${id}"]`), language);
    this.region = this.island.region.getByRole('region', { name: words.timeline, exact: true });
    this.slider = this.region.getByRole('slider', { name: words.time, exact: true });
    this.play = this.#button(words.play);
    this.pause = this.#button(words.pause);
    this.back = this.#button(words.stepBack);
    this.forward = this.#button(words.stepForward);
    this.toStart = this.#button(words.toStart);
  }

  speed(name: string): Locator {
    return this.region.getByRole('group', { name: 'Speed', exact: true }).getByRole('radio', { name, exact: true });
  }

  /** Waits for its player. */
  /** Its player has come, which it does when the reader comes near. */
  async awake(): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await this.region.and(this.region.page().locator('[data-awake]')).waitFor();
  }

  async says(sentence: string | RegExp): Promise<void> {
    await this.region.getByRole('status').filter({ hasText: sentence }).waitFor();
  }

  async which(): Promise<string | null> {
    return this.region.locator('.tl-which').textContent();
  }

  async seen(): Promise<Seen> {
    return this.island.region.evaluate((island) => ({
      sentence: island.querySelector('.timeline [role=status]')?.textContent ?? '',
      output: [...island.querySelectorAll('.out-line .out-text')].map(({ textContent }) => textContent),
      lines: [...island.querySelectorAll<HTMLElement>('.line[data-here]')].map(({ dataset }) => `${dataset['line']} ${dataset['here']}`),
    }));
  }

  #button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }
}

async function opened({ page, site }: Pick<Fixtures, 'page' | 'site'>, path: string, id: string, language: Language = 'en'): Promise<TimelineOnPage> {
  await page.goto(site.at(path));
  const timeline = new TimelineOnPage(page, id, language);
  await timeline.awake();
  return timeline;
}

async function recordingOf(id: string): Promise<Timeline> {
  const { log } = await loadExample(id);
  if (log === null) throw new Error(`${id} has no recorded events`);
  return timelineOf(log);
}

/** What the log says must be seen at each step. */
function expected(timeline: Timeline, language: Language): readonly Seen[] {
  const urgency = ['blocking', 'running', 'ready', 'waiting'];
  return timeline.steps.map((step) => {
    const states = new Map<number, string>();
    for (const { line, state } of placesAt(timeline, momentOf(timeline, step))) {
      if (line === undefined) continue;
      const before = states.get(line);
      if (before === undefined || urgency.indexOf(state) < urgency.indexOf(before)) states.set(line, state);
    }
    return {
      sentence: announce(timeline, step, language),
      output: printed(timeline.log.slice(0, step.last + 1)),
      lines: [...states].sort(([a], [b]) => a - b).map(([line, state]) => `${line} ${state}`),
    };
  });
}

function printed(log: EventLog): readonly string[] {
  const buffer = bufferOf(outputLines(log));
  return [...buffer.first, ...buffer.last].map(textOf);
}

describe.each(RUNS)('the recorded run of $id', ({ path, id }) => {
  test('is stepped through with the pointer, to its end and back', async ({ page, site }) => {
    const timeline = await opened({ page, site }, path, id);
    const steps = expected(await recordingOf(id), 'en');
    const forth: Seen[] = [];
    const back: Seen[] = [];
    // A run at rest stands at its end; forward begins at its start.
    for (const _ of steps) {
      await timeline.forward.click();
      forth.push(await timeline.seen());
    }
    expect(forth).toEqual(steps);
    for (const _ of steps.slice(1)) {
      await timeline.back.click();
      back.push(await timeline.seen());
    }
    expect(back).toEqual(steps.slice(0, -1).reverse());
  });

  test('is stepped through with the keyboard, in Korean', async ({ page, site }) => {
    const timeline = await opened({ page, site }, `/ko${path}`, id, 'ko');
    const steps = expected(await recordingOf(id), 'ko');
    await timeline.slider.focus();
    const forth: Seen[] = [];
    for (const [index, { sentence }] of steps.entries()) {
      await page.keyboard.press(index === 0 ? 'Home' : 'ArrowRight');
      // A key may be on its way to the page for a while (Firefox).
      await timeline.says(sentence);
      forth.push(await timeline.seen());
    }
    expect(forth).toEqual(steps);
    await page.keyboard.press('ArrowLeft');
    await timeline.says(steps.at(-2)?.sentence ?? '');
    expect(await timeline.seen()).toEqual(steps.at(-2));
  });
});

const FROZEN = { path: '/basics/threads-vs-tasks/', id: 'basics/spinner-frozen' };
const ONE_TICK = { path: '/basics/event-loop/', id: 'basics/one-tick' };

test('without a touch nothing is highlighted, and the timeline speaks of the whole run', async ({ page, site }) => {
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  expect(await timeline.which()).toBe('Recorded run');
  expect(await timeline.seen()).toEqual({ sentence: '2 tasks and 1 thread over 0.55 s, in 16 steps.', output: ['main is done', 'tick 1'], lines: [] });
});

test('no step needs Python', async ({ page, site }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  await timeline.speed('instant').check({ force: true });
  await timeline.play.click();
  await timeline.says(/^Step 16 of 16/);
  expect(requested.filter((url) => /pyodide|worker|_python/u.test(url))).toEqual([]);
});

test('what is pressed before the player has come is not lost', async ({ page, site }) => {
  let arrive: () => void = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/timeline-view/u, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(site.at(ONE_TICK.path));
  const timeline = new TimelineOnPage(page, ONE_TICK.id);
  await timeline.forward.click();
  arrive();
  await timeline.says(/^Step 1 of 16/);
});

test('the drawing is scrubbed with the mouse: output and sentence follow', async ({ page, site }) => {
  const timeline = await opened({ page, site }, FROZEN.path, FROZEN.id);
  const canvas = timeline.region.locator('.tl-svg');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) expect.fail('The drawing is not to be seen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 2, y);
  await page.mouse.down();
  const shown: number[] = [];
  for (const share of [0.9, 0.6, 0.3, 0.05, 0.5]) {
    await page.mouse.move(box.x + box.width * share, y);
    shown.push(Number(await timeline.slider.inputValue()));
  }
  await page.mouse.up();
  const steps = expected(await recordingOf(FROZEN.id), 'en');
  expect(shown.slice(0, 4)).toEqual(shown.slice(0, 4).toSorted((a, b) => b - a));
  expect(shown[4]).toBeGreaterThan(shown[3] ?? Infinity);
  const { sentence, output } = await timeline.seen();
  expect({ sentence, output }).toEqual({ sentence: steps[shown[4] ?? 0]?.sentence, output: steps[shown[4] ?? 0]?.output });
});

/** A phone, on which the drawing is wider than the page. */
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('a finger scrubs along the axis, and puts the playhead where it taps', async ({ open, site }) => {
  const page = await (await open(PHONE)).newPage();
  const timeline = await opened({ page, site }, FROZEN.path, FROZEN.id);
  const view = timeline.region.locator('.tl-view');
  await view.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await view.boundingBox();
  if (box === null) expect.fail('The drawing is not to be seen.');
  const steps = expected(await recordingOf(FROZEN.id), 'en');
  const check = async (): Promise<number> => {
    const index = Number(await timeline.slider.inputValue());
    const { sentence, output } = await timeline.seen();
    expect({ sentence, output }).toEqual({ sentence: steps[index]?.sentence, output: steps[index]?.output });
    return index;
  };
  const finger = await fingerOn(page);
  const at = (share: number, y: number): Point => ({ x: box.x + box.width * share, y: box.y + y });
  const drag = async (y: number, shares: readonly number[]): Promise<readonly number[]> => {
    const shown: number[] = [];
    for (const [index, share] of shares.entries()) {
      await (index === 0 ? finger.down(at(share, y)) : finger.moveTo(at(share, y)));
      // A finger is heard of once a frame.
      await page.evaluate(() => new Promise(requestAnimationFrame));
      shown.push(await check());
    }
    await finger.up();
    return shown;
  };
  await tap(finger, at(0.3, box.height / 2));
  const tapped = await check();
  expect(tapped).toBeGreaterThan(0);
  expect(tapped).toBeLessThan(steps.length - 1);

  const along = await drag(12, [0.3, 0.4, 0.5, 0.6]);
  expect(along).toEqual(along.toSorted((a, b) => a - b));
  expect(along.at(-1)).toBeGreaterThan(along[0] ?? Infinity);
  expect(await check()).toBe(along.at(-1));
  // Over the lanes a finger scrolls: the playhead stays.
  await drag(box.height / 2, [0.8, 0.6, 0.4, 0.2]);
  expect(await check()).toBe(along.at(-1));
});

test('there are seven speeds', async ({ page, site }) => {
  const timeline = await opened({ page, site }, FROZEN.path, FROZEN.id);
  for (const name of ['0.25×', '0.5×', '1×', '2×', '4×', '8×', 'instant']) expect(await timeline.speed(name).count()).toBe(1);
  expect(await timeline.speed('1×').isChecked()).toBe(true);
});

test('Play plays at the chosen speed, and can be paused', async ({ page, site }) => {
  const timeline = await opened({ page, site }, FROZEN.path, FROZEN.id);
  await timeline.speed('2×').check({ force: true });
  const took = await timeline.region.evaluate((region) => {
    const began = performance.now();
    return new Promise<number>((resolve) => {
      const play = region.querySelector<HTMLButtonElement>('[data-do=play]');
      play?.click();
      new MutationObserver(() => {
        if (region.querySelector('[role=status]')?.textContent.startsWith('Step 50 of 50') === true) resolve(performance.now() - began);
      }).observe(region, { childList: true, subtree: true, characterData: true });
    });
  });
  // 0.95 s of the program at double speed; never early, and a frame or so late.
  expect(took).toBeGreaterThan(450);
  expect(took).toBeLessThan(2000);

  await timeline.speed('0.25×').check({ force: true });
  await timeline.play.click();
  await timeline.pause.click();
  const paused = await timeline.seen();
  expect(Number(await timeline.slider.inputValue())).toBeLessThan(49);
  await timeline.forward.click();
  expect(await timeline.seen()).not.toEqual(paused);
});

test('a reader who wants no movement sees the playhead at steps only', async ({ open, site }) => {
  const page = await (await open({ reducedMotion: 'reduce' })).newPage();
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  await timeline.toStart.click();
  await timeline.speed('0.5×').check({ force: true });
  const places = await timeline.region.evaluate((region) => {
    const now = region.querySelector<HTMLElement>('.tl-now');
    const seen = new Set<string>();
    return new Promise<number>((resolve) => {
      const look = () => {
        seen.add(now?.style.transform ?? '');
        if (region.querySelector('[data-tl=position]')?.textContent === 'step 16 of 16') resolve(seen.size);
        else requestAnimationFrame(look);
      };
      region.querySelector<HTMLButtonElement>('[data-do=play]')?.click();
      look();
    });
  });
  // A second of real time: dozens of frames, but no more places than steps.
  expect(places).toBeLessThanOrEqual(16);
});

test('a bar that is pointed at shows its line, and a line shows its bars', async ({ page, site }) => {
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  const { region } = timeline.island;
  await timeline.region.locator('.tl-span.tl-blocking').nth(1).hover({ force: true });
  expect(await region.locator('.line[data-pointed]').getAttribute('data-line')).toBe('13');
  await region.locator('.line[data-line="8"]').hover();
  expect(await region.locator('.line[data-pointed]').count()).toBe(0);
  expect(await timeline.region.locator('.tl-mark-line').count()).toBe(1);
  await page.mouse.move(0, 0);
  expect(await timeline.region.locator('.tl-mark-line').count()).toBe(0);
});

test('bars are gone through with the keys, and a bar that has the focus shows its line', async ({ page, site }) => {
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  const bar = timeline.region.locator('.tl-bar');
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await bar.getAttribute('aria-label')).toBe('main: blocking, time.sleep, keeps ticker, line 13, from 0 to 0.55 s');
  expect(await timeline.island.region.locator('.line[data-pointed]').getAttribute('data-line')).toBe('13');
  await page.keyboard.press('Enter');
  expect((await timeline.seen()).lines).toContain('13 blocking');
});

test('the editor highlights the same lines as the program before it', async ({ page, site }) => {
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  await timeline.slider.fill('9');
  const before = (await timeline.seen()).lines;
  await timeline.island.code.click();
  const editor = timeline.island.region.locator('.cm-content');
  await editor.waitFor();
  const inEditor = () =>
    editor.evaluate((content) =>
      [...content.querySelectorAll<HTMLElement>('.cm-line')].flatMap(({ dataset }, index) => (dataset['here'] === undefined ? [] : [`${index + 1} ${dataset['here']}`])),
    );
  expect(await inEditor()).toEqual(before);
  await timeline.back.click();
  expect(await inEditor()).toEqual(expected(await recordingOf(ONE_TICK.id), 'en')[8]?.lines);
  // The lines of a changed program are not the lines of the recorded run.
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('\n');
  expect(await inEditor()).toEqual([]);
});

test('after Run the timeline is the reader’s own, and Reset brings the recorded one back', async ({ page, site }) => {
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  const steps = expected(await recordingOf(ONE_TICK.id), 'en');
  await timeline.island.showAllAtOnce();
  await timeline.island.runToEnd();
  expect(await timeline.which()).toBe('Your run');
  await timeline.toStart.click();
  expect(await timeline.seen()).toEqual(steps[0]);
  for (const _ of steps.slice(1)) await timeline.forward.click();
  expect(await timeline.seen()).toEqual(steps.at(-1));
  expect(await timeline.island.region.getByText('Compared with the recorded run').count()).toBe(0);
  await timeline.island.reset.click();
  expect(await timeline.which()).toBe('Recorded run');
});

test('after an edit and a run both runs stand side by side, and what differs is marked', async ({ page, site }) => {
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  const { source, log } = await loadExample(ONE_TICK.id);
  await timeline.island.showAllAtOnce();
  await timeline.island.write(source.replace('print("main is done")', 'print("main is over")'));
  await timeline.island.runToEnd();
  const comparison = timeline.island.region.getByRole('group', { name: 'Compared with the recorded run' });
  const rows = await comparison.locator('tr[data-only]').evaluateAll((found) => found.map((row) => `${row.getAttribute('data-only')}: ${row.querySelector('code')?.textContent}`));
  expect(rows).toEqual(['recorded: main is done', 'yours: main is over']);
  expect(await comparison.locator('.tl-svg').count()).toBe(2);
  // The recorded one is as it was.
  expect(await comparison.locator('.tl-svg').first().locator('.tl-span').count()).toBe(await spansOf(timelineOf(log ?? [])));
  await timeline.island.reset.click();
  expect(await comparison.count()).toBe(0);
});

async function spansOf(timeline: Timeline): Promise<number> {
  const { drawFigure } = await import('../../src/timeline/draw.ts');
  return drawFigure(timeline, { language: 'en', id: 'x' }).split('class="tl-span').length - 1;
}

test('an exercise has no recorded run: its timeline comes with the reader’s own', async ({ page, site }) => {
  await page.goto(site.at('/basics/event-loop/'));
  const timeline = new TimelineOnPage(page, 'exercise-basics/find-the-blocker');
  expect(await timeline.region.locator('.tl-svg').isVisible()).toBe(false);
  await timeline.speed('instant').check({ force: true });
  await timeline.island.runToEnd();
  expect(await timeline.which()).toBe('Your run');
  expect(await timeline.region.locator('.tl-svg').isVisible()).toBe(true);
});

test('a prediction keeps its timeline to itself until it is answered', async ({ page, site }) => {
  await page.goto(site.at('/basics/event-loop/'));
  const timeline = new TimelineOnPage(page, 'basics/late-alarm');
  expect(await timeline.region.count()).toBe(0);
  await page.locator('live-predict').first().getByRole('button', { name: 'Show the answer', exact: true }).click();
  await timeline.awake();
  await timeline.forward.click();
  expect((await timeline.seen()).output).toEqual([]);
});

onlyInChromium('the drawing stands at its size before the scripts come, and nothing moves when they do', (name) => test(name, async ({ page, site }) => {
  await page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const inMain = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest('main') != null;
    let shift = 0;
    new PerformanceObserver((list) => {
      // What stands around the text is not the island's to move.
      for (const entry of list.getEntries() as Shift[]) if (entry.sources.some(({ node }) => inMain(node))) shift += entry.value;
      document.documentElement.dataset['shift'] = String(shift);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  await timeline.forward.click();
  const heights = [await timeline.region.evaluate(({ clientHeight }) => clientHeight)];
  await timeline.toStart.click();
  heights.push(await timeline.region.evaluate(({ clientHeight }) => clientHeight));
  expect(heights[0]).toBe(heights[1]);
  expect(Number(await page.locator('html').getAttribute('data-shift'))).toBe(0);
}));

test.for(['light', 'dark'] as const)('axe finds nothing to complain about while a reader steps and compares, in a %s theme', async (colorScheme, { open, site }) => {
  const page = await (await open({ colorScheme })).newPage();
  const timeline = await opened({ page, site }, ONE_TICK.path, ONE_TICK.id);
  await page.locator('live-predict').first().getByRole('button', { name: 'Show the answer', exact: true }).click();
  const { source } = await loadExample(ONE_TICK.id);
  await timeline.island.showAllAtOnce();
  await timeline.island.write(source.replace('main is done', 'main is over'));
  await timeline.island.runToEnd();
  await timeline.slider.fill('9');
  const another = new TimelineOnPage(page, 'basics/turn-by-turn');
  await another.slider.fill('16');
  await another.region.locator('summary').click();
  expect(await complaintsOf(page)).toEqual([]);
});
