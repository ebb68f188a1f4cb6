/**
 * WebKitGTK through its WebDriver (https://www.w3.org/TR/webdriver2/): a browser of another make, and the one at hand that
 * lacks JavaScript Promise Integration. On Debian and Ubuntu: `sudo apt-get install webkit2gtk-driver xvfb`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { SCREEN, WEBKIT_DRIVER as DRIVER } from './installed.ts';

/** What a test needs of a page in any browser. */
export interface ScriptedPage {
  goto(address: string): Promise<void>;
  /** Runs an expression in the page and waits for what it promises. Values go through JSON. */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

/** A page in which a reader's mouse and keyboard can be moved as well. */
export interface WebKitPage extends ScriptedPage {
  /** Clicks on the first element that matches. */
  click(selector: string): Promise<void>;
  /** Selects all that is in an element, and types over it. */
  selectAllAndType(selector: string, text: string): Promise<void>;
  /** Waits until an expression is true in the page. */
  until(expression: string): Promise<void>;
}

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const CONTROL = '\uE009';

const ANSWERS_WITHIN_MS = 20_000;
const ASKED_EVERY_MS = 100;
/** Python's start takes its time without WebAssembly's faster compilers. */
const SCRIPT_MS = 150_000;

/** Starts it, with one page. @throws (rejects) if it does not answer in time. */
export async function openWebKit(): Promise<WebKitPage> {
  const port = await freePort();
  const driver = [DRIVER, `--port=${port}`];
  const [command = '', ...options] = process.env['DISPLAY'] === undefined ? [SCREEN, '-a', ...driver] : driver;
  // A group of its own: the driver's screen and browser end with it.
  const started = spawn(command, options, { stdio: 'ignore', detached: true });
  const call = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: Value };
    if (!response.ok) throw new Error(`WebKitGTK's driver: ${JSON.stringify(value)}`);
    return value;
  };
  try {
    await answers(port, started);
    const { sessionId } = await call<{ sessionId: string }>('POST', '', { capabilities: { alwaysMatch: {} } });
    await call('POST', `/${sessionId}/timeouts`, { script: SCRIPT_MS });
    return pageOf((method, path, body) => call(method, `/${sessionId}${path}`, body), () => end(started));
  } catch (error) {
    end(started);
    throw error;
  }
}

type Call = <Value>(method: string, path: string, body?: object) => Promise<Value>;

/** @param call asks the driver something of the page's session. */
function pageOf(call: Call, ended: () => void): WebKitPage {
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const script = `const done = arguments[0]; Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const { value, error } = await call<{ value: Value; error?: string }>('POST', '/execute/async', { script, args: [] });
    if (error !== undefined) throw new Error(error);
    return value;
  };
  const element = async (selector: string): Promise<string> => {
    // The driver scrolls as the page does, smoothly, and does not wait for it.
    await evaluate(`document.querySelector(${JSON.stringify(selector)})?.scrollIntoView({ block: 'center', behavior: 'instant' })`);
    const [id] = Object.values(await call<Record<string, string>>('POST', '/element', { using: 'css selector', value: selector }));
    return `/element/${id}`;
  };
  return {
    goto: (url) => call('POST', '/url', { url }),
    evaluate,
    click: async (selector) => call('POST', `${await element(selector)}/click`, {}),
    selectAllAndType: async (selector, text) => {
      const editor = await element(selector);
      await call('POST', `${editor}/click`, {});
      // Among the keys that an element is sent, Control would stay down.
      const keys = [['keyDown', CONTROL], ['keyDown', 'a'], ['keyUp', 'a'], ['keyUp', CONTROL]].map(([type, value]) => ({ type, value }));
      await call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: keys }] });
      await call('POST', `${editor}/value`, { text });
    },
    until: async (expression) => {
      // The driver gives up on a script that takes too long, and says so.
      await evaluate(`(async () => { while (!(${expression})) await new Promise((resolve) => setTimeout(resolve, ${ASKED_EVERY_MS})); })()`);
    },
    close: async () => {
      await call('DELETE', '');
      ended();
    },
  };
}

function end({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}

async function answers(port: number, driver: ChildProcess): Promise<void> {
  for (const until = Date.now() + ANSWERS_WITHIN_MS; Date.now() < until; ) {
    if (driver.exitCode !== null) break;
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(({ ok }) => ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
  }
  throw new Error(`${DRIVER} does not answer`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
