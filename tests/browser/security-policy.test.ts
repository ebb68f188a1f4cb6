/** The Content-Security-Policy at work. That no page breaks it by loading: every-page.test.ts. */
import { expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { test } from './site.ts';
import { violationsOf } from './violations.ts';

test('neither a run nor the editor, the timeline or the search does what the policy forbids', async ({ page, site }) => {
  const violations = await violationsOf(page);
  await page.goto(site.at('/basics/tasks/'));
  const island = new IslandOnPage(page, 'Created, but not started');
  await island.showAllAtOnce();
  await island.write("import threading\nthreading.Thread(target=print, args=('run',)).start()\n");
  await island.runToEnd();
  expect(await island.text()).toEqual(['run']);
  await page.locator('button[data-open-modal]').click();
  await page.locator('dialog input').fill('gather');
  await page.locator('dialog').getByRole('link').first().waitFor();
  expect(violations).toEqual([]);
});

test('a script that gets into a page does not run', async ({ page, site }) => {
  await page.goto(site.at('/basics/tasks/'));
  const ran = await page.evaluate(async () => {
    const names = ['inline', 'attribute', 'address', 'source', 'evaluated', 'timer'] as const;
    const marks = globalThis as unknown as Record<string, boolean>;
    const script = document.createElement('script');
    script.textContent = 'globalThis.inline = true';
    document.body.append(script);
    const element = document.createElement('div');
    element.innerHTML = `<img src="no-such-file" onerror="globalThis.attribute = true"><a href="javascript:void(globalThis.address = true)">x</a>`;
    document.body.append(element);
    element.querySelector('a')?.click();
    const sourced = document.createElement('script');
    sourced.src = 'data:text/javascript,globalThis.source = true';
    const refused = new Promise((resolve) => sourced.addEventListener('error', resolve));
    document.body.append(sourced);
    await refused;
    // Not before: what the debugger itself asks for may evaluate, until it first waits.
    try {
      (0, eval)('globalThis.evaluated = true');
    } catch {
      // As it must be.
    }
    try {
      setTimeout('globalThis.timer = true' as unknown as () => void);
    } catch {
      // As it may be.
    }
    await new Promise((resolve) => setTimeout(resolve));
    await fetch('no-such-file');
    return names.filter((name) => marks[name]);
  });
  expect(ran).toEqual([]);
});

test('a page can send nothing to another origin', async ({ page, site }) => {
  await page.goto(site.at('/basics/tasks/'));
  const refused = await page.evaluate(async () => {
    const elsewhere = 'http://127.0.0.1:9/';
    const attempts: Record<string, () => Promise<unknown>> = {
      fetch: () => fetch(elsewhere),
      beacon: async () => {
        if (!navigator.sendBeacon(elsewhere, 'x')) throw new Error('refused');
      },
      socket: () => new Promise((resolve, reject) => Object.assign(new WebSocket('ws://127.0.0.1:9/'), { onopen: resolve, onerror: reject })),
      image: () => new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: elsewhere })),
      script: () => {
        const script = document.createElement('script');
        const settled = new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
        script.src = elsewhere;
        document.head.append(script);
        return settled;
      },
    };
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.add(effectiveDirective));
    for (const attempt of Object.values(attempts)) await attempt().catch(() => {});
    return [...violated].sort();
  });
  // Each was refused by the policy, and not merely unanswered.
  expect(refused).toEqual(['connect-src', 'img-src', 'script-src-elem']);
});
