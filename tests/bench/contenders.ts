/**
 * Who is measured: this site as it is built, stock Pyodide, and PyScript's editor, all three on the same files of the npm
 * package `pyodide`, from the same host, in the same browser.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { shareHash } from '../../src/island/share.ts';
import type { Shown } from './press.ts';
import { type Host, openHost } from './host/host.ts';
import { slowLine } from './host/shaper.ts';

export type Name = 'site' | 'pyscript' | 'stock';

/** The program of most rows, in this repository; its first line is printed before any wait, and it is soon over. */
export const SHORT = { id: 'basics/exactly-one-step', page: '/basics/end-of-main/', firstLine: 'main: returns', lastLine: 'asyncio.run has returned' } as const;

export interface Contender extends Shown {
  readonly name: Name;
  /** Path of the page whose Run runs `SHORT`. */
  readonly page: string;
  /** CSS selectors in it. The button can be pressed when `awake` holds. */
  readonly run: string;
  readonly stop: string;
  /** JavaScript: whether a run can begin, and whether the last one is over. */
  readonly awake: string;
  readonly ended: string;
}

const FOLDERS = { '/': 'tests/bench/pages', '/pyodide/': 'node_modules/pyodide', '/examples/': 'content/examples', '/programs/': 'tests/bench/programs' };

/** PyScript asks for them: with them its worker speaks to the page at native speed (docs.pyscript.net, "Workers"). */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

export function openContenders(): Promise<Host> {
  return openHost({
    site: { mounts: { '/': 'dist' } },
    stock: { mounts: FOLDERS },
    pyscript: { mounts: { ...FOLDERS, '/pyscript/': 'node_modules/@pyscript/core/dist' }, headers: ISOLATED },
  });
}

const island = (selector: string): Pick<Contender, 'run' | 'stop' | 'output' | 'ran' | 'awake' | 'ended'> => ({
  run: `${selector} [data-action=run]`,
  stop: `${selector} [data-action=stop]`,
  output: `${selector} [role=log]`,
  ran: `['running', 'finished'].includes(document.querySelector(${JSON.stringify(selector)}).dataset.state)`,
  awake: `document.querySelector(${JSON.stringify(selector)})?.island != null`,
  ended: `document.querySelector(${JSON.stringify(selector)}).dataset.state === 'finished'`,
});

export const site: Contender = { name: 'site', page: SHORT.page, ...island(`live-example[data-id="${SHORT.id}"]`) };

export const stock: Contender = {
  name: 'stock',
  page: `/stock.html?program=/examples/${SHORT.id}.py`,
  run: '#run',
  stop: '#stop',
  output: '#output',
  ran: 'true',
  awake: `document.querySelector('#run')?.disabled === false`,
  ended: `document.querySelector('#output').dataset.state === 'finished'`,
};

export const pyscript: Contender = {
  name: 'pyscript',
  page: `/pyscript.html?program=/examples/${SHORT.id}.py`,
  run: '.py-editor-run-button',
  stop: '.py-editor-run-button',
  output: '.py-editor-output',
  ran: 'true',
  awake: `document.querySelector('.py-editor-run-button') !== null`,
  ended: `!document.querySelector('.py-editor-run-button').classList.contains('running')`,
};

/** A program in tests/bench/programs. */
export type ProgramName = 'busy' | 'busy-tasks' | 'for-ever' | 'imports';

export function programText(program: ProgramName): string {
  return readFileSync(`tests/bench/programs/${program}.py`, 'utf8');
}

/** This site's playground with a program in its editor, as a shared link brings it. */
export async function playgroundWith(source: string): Promise<Contender> {
  return { name: 'site', page: `/playground/${await shareHash(source)}`, ...island('live-example[data-kind=playground]') };
}

export function stockWith(program: ProgramName): Contender {
  return { ...stock, page: `/stock.html?program=/programs/${program}.py` };
}

export function pyscriptWith(program: ProgramName): Contender {
  return { ...pyscript, page: `/pyscript.html?program=/programs/${program}.py` };
}

/** Whoever presses Run has looked at the page first; nobody finds the button faster. The same for all. */
const LOOKS_MS = 1000;
/** On a machine that others use as well, everything takes its time. */
const PATIENCE_MS = 120_000;

/** Opens its page in a new tab and waits until Run can be pressed, and as long as a reader needs to see that. */
export async function open(contender: Contender, context: BrowserContext, host: Host, slow = false): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const { name, page: path } = contender;
  await page.goto(slow ? await host.slowlyAt(name, path, slowLine) : host.at(name, path));
  await until(page, contender.awake);
  await page.waitForTimeout(LOOKS_MS);
  return page;
}

export async function untilEnded(page: Page, contender: Contender): Promise<void> {
  await until(page, contender.ended);
}

/** Waits in the page until the condition, an expression in JavaScript, holds. Playwright's own waiting is forbidden by the site's policy. */
export function until(page: Page, condition: string): Promise<void> {
  return page.evaluate(`new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(${JSON.stringify(`It is never so that ${condition}`)})), ${PATIENCE_MS});
    const look = () => (${condition}) ? resolve() : requestAnimationFrame(look);
    look();
  })`);
}
