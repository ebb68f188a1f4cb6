/**
 * WebKitGTK through its WebDriver (https://www.w3.org/TR/webdriver2/): a browser of another make, and the one at hand that
 * lacks JavaScript Promise Integration. On Debian and Ubuntu: `sudo apt-get install webkit2gtk-driver xvfb`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** What a test needs of a page in any browser. */
export interface ScriptedPage {
  goto(address: string): Promise<void>;
  /** Runs an expression in the page and waits for what it promises. Values go through JSON. */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

const DRIVER = 'WebKitWebDriver';
/** Gives a program a screen to draw on where there is none. */
const SCREEN = 'xvfb-run';
const ANSWERS_WITHIN_MS = 20_000;
const ASKED_EVERY_MS = 100;
/** Python's start takes its time without WebAssembly's faster compilers. */
const SCRIPT_MS = 150_000;

/** Whether it can be started here. */
export function hasWebKit(): boolean {
  return onPath(DRIVER) && (process.env['DISPLAY'] !== undefined || onPath(SCREEN));
}

function onPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts it, with one page. @throws (rejects) if it does not answer in time. */
export async function openWebKit(): Promise<ScriptedPage> {
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
    return {
      goto: (url) => call('POST', `/${sessionId}/url`, { url }),
      evaluate: async <Value>(expression: string): Promise<Value> => {
        const script = `const done = arguments[0]; Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
        const { value, error } = await call<{ value: Value; error?: string }>('POST', `/${sessionId}/execute/async`, { script, args: [] });
        if (error !== undefined) throw new Error(error);
        return value;
      },
      close: async () => {
        await call('DELETE', `/${sessionId}`);
        end(started);
      },
    };
  } catch (error) {
    end(started);
    throw error;
  }
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
