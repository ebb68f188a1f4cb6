import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../src/log/timeline.ts';
import { drawComparison } from '../../../src/timeline/draw-compare.ts';
import { drawTimeline } from '../../../src/timeline/draw.ts';
import { embedLog, readEmbeddedLog } from '../../../src/timeline/embed.ts';
import { story } from '../log/build-log.ts';
import { randomRun } from '../log/random-run.ts';
import { blockedLoop, cancelled, oneThread, twoWorkers } from '../log/stories.ts';

const drawn = (log: Parameters<typeof timelineOf>[0], language: 'en' | 'ko' = 'en'): string =>
  drawTimeline(timelineOf(log), { language, id: 'x' });

/** Tags that open, in order, with those that close them: throws where they do not match. */
function mustNest(markup: string): void {
  const open: string[] = [];
  for (const [, close, name = ''] of markup.matchAll(/<(\/?)([a-z]+[0-9]?)[^>]*>/gu)) {
    if (name === 'input') continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
  }
  expect(open).toEqual([]);
}

describe('the drawing', () => {
  it.for([twoWorkers, blockedLoop, cancelled, oneThread, [], randomRun(1, { tasks: 40, events: 4000 })])(
    'is well-formed, without a number that is none',
    (log) => {
      for (const language of ['en', 'ko'] as const) {
        const markup = drawn(log, language);
        mustNest(markup);
        expect(/NaN|Infinity%|undefined|null|\[object/u.exec(markup)?.[0]).toBeUndefined();
      }
    },
  );

  it('is a region with a name, a drawing with a title and a description, and a list of sentences', () => {
    const markup = drawn(blockedLoop);
    expect(markup).toContain('<section class="timeline" aria-label="Timeline"');
    expect(markup).toContain('role="img" aria-labelledby="x-title x-desc"');
    expect(markup).toContain('4 tasks and 1 thread over 0.5 s, in 22 steps.');
    expect(markup.match(/<li data-step=/gu)).toHaveLength(22);
  });

  it('names its controls as tests and screen readers know them', () => {
    const markup = drawn(twoWorkers);
    for (const name of ['Play', 'Step back', 'Step forward', 'To start', 'To end']) expect(markup).toContain(`aria-label="${name}"`);
    expect(markup).toContain('type="range" data-tl="time" aria-label="Time"');
    expect(markup).toContain('<legend class="tl-hidden">Speed</legend>');
  });

  it('has a label for each lane and says beside it which function a task runs', () => {
    const labels = [...drawn(twoWorkers).matchAll(/data-lane="([a-z0-9-]+)"/gu)].map(([, id]) => id);
    expect(labels).toEqual(['thread-1', 'task-1', 'task-2', 'task-3']);
    expect(drawn(twoWorkers)).toContain('<span class="tl-of">worker()</span>');
  });

  it('says what blocks and at which line, across all lanes of the loop', () => {
    const markup = drawn(blockedLoop);
    expect(markup).toContain('time.sleep 0.5 s · line 4');
    expect(markup).toContain('class="tl-blockage"');
    expect(markup).toContain('hog: blocking, time.sleep, keeps ticker, late, line 4, from 0 to 0.5 s');
  });

  it('leads from a task that awaits to the task that is awaited, and says so in the legend', () => {
    const awaits = /<svg class="tl-link tl-link-awaits" x="[\d.]+%" overflow="visible"><path d="M0 [\d.]+V[\d.]+"/gu;
    // main awaits slow.
    expect(drawn(twoWorkers).match(awaits)).toHaveLength(1);
    expect(drawn(twoWorkers)).toContain('</circle></svg>awaits</li>');
    expect(drawn(story((run) => run.prints({ line: 1 }, 'alone')))).not.toContain('tl-link-awaits');
  });

  it('has more times on its axis where it is wide', () => {
    const manyNaps = story((run) => {
      const task = run.creates({ line: 1 }, 'sleepy');
      for (let nap = 0; nap < 14; nap += 1) {
        run.steps(task, 2);
        run.suspends(task, 2, { what: 'sleep', seconds: 0.1 });
        run.idles(0.1);
        run.wakes({}, task);
      }
    });
    const [, narrow = '', wide = ''] = /<g class="tl-narrow">(.*?)<\/g><g class="tl-wide">(.*?)<\/g>/u.exec(drawn(manyNaps)) ?? [];
    const times = (markup: string): readonly string[] => [...markup.matchAll(/<text class="tl-time[^>]*>([^<]*)</gu)].map(([, text = '']) => text);
    expect(times(narrow)).toEqual(expect.arrayContaining(['0 s', '1.4']));
    expect(times(wide).length).toBeGreaterThan(times(narrow).length);
  });

  it('keeps the end of a long name', () => {
    const markup = drawn(story((run) => void run.starts({ line: 1 }, 'ThreadPoolExecutor-0_1')));
    expect(markup).toContain('<span class="tl-name-head">ThreadPoolExecuto</span><span>r-0_1</span>');
  });

  it('escapes whatever a program calls its tasks', () => {
    const markup = drawn(story((run) => void run.creates({ line: 1 }, '<img src=x onerror="alert(1)">', 'main')));
    expect(markup).not.toContain('<img');
    mustNest(markup);
  });

  it('draws a long run in few elements', () => {
    const elements = drawn(randomRun(1, { tasks: 40, events: 4000 })).split('<details')[0]?.match(/<[a-z]/gu)?.length ?? 0;
    expect(elements).toBeLessThan(4000);
  });
});

describe('a recorded run in a page', () => {
  it('is read back as it was written', () => {
    const log = story((run) => run.prints({ line: 1 }, '</script><!-- '));
    const markup = embedLog(log);
    expect(markup.indexOf('</script>')).toBe(markup.length - '</script>'.length);
    const textContent = markup.slice(markup.indexOf('>') + 1, -'</script>'.length).replaceAll('&quot;', '"');
    // readEmbeddedLog asks no more of a page than this.
    const page = { querySelector: () => ({ textContent }) } as unknown as ParentNode;
    expect(readEmbeddedLog(page)).toEqual(log);
  });
});

describe('the comparison', () => {
  it('says so where nothing differs', () => {
    expect(drawComparison(twoWorkers, twoWorkers, { language: 'en', id: 'x' })).toContain('exactly what the recorded run does');
  });

  it('marks lines and tasks that differ, and shows both timelines', () => {
    const markup = drawComparison(twoWorkers, blockedLoop, { language: 'en', id: 'x' });
    mustNest(markup);
    expect(markup).toContain('Your run takes 0.5 s; the recorded one takes 0.3 s.');
    expect(markup).toContain('only in the recorded run');
    expect(markup.match(/class="tl-svg/gu)).toHaveLength(2);
    // In the table and beside both drawings.
    expect(markup.match(/data-mark="(?:≠|\+|−)"/gu)?.length).toBeGreaterThan(0);
  });

  it('shows a line that is written over as a line', () => {
    const spins = (text: string) => story((run) => run.prints({ line: 1 }, `\r\u001b[32m${text}\u001b[0m`));
    const markup = drawComparison(spins('one'), spins('two'), { language: 'en', id: 'x' });
    expect([...markup.matchAll(/<code>([^<]*)<\/code>/gu)].map(([, text]) => text)).toEqual(expect.arrayContaining(['one', 'two']));
  });
});
