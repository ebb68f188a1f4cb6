/** The page's side of a run, with workers that say what the test lets them say. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command, Report } from '../../../src/runtime/protocol.ts';
import type { RunReport, Runtime } from '../../../src/runtime/runtime.ts';

vi.mock('virtual:python-assets', () => ({ pythonFiles: { folder: '/_python/abc/', wasm: { name: 'python.wasm.bin' }, library: { source: { name: 'source.bin' } } } }));
const isAtHand = vi.fn<(folder: string, module: string) => Promise<boolean>>();
vi.mock('../../../src/runtime/at-hand.ts', () => ({ isAtHand }));
vi.mock('../../../src/runtime/worker.ts?worker&url', () => ({ default: '/_astro/worker.js' }));

const START = { kind: 'start', seq: 0, at: 0, python: '3.14.2', epoch: 0, filename: 'p.py' } as const;
const END = { kind: 'end', seq: 1, at: 1, status: 0, reason: 'finished' } as const;
const PROGRAM = { filename: 'p.py', source: 'pass\n' };

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  static refused = false;
  readonly commands: Command[] = [];
  readonly script: string;
  terminated = false;

  constructor(script: string) {
    super();
    if (FakeWorker.refused) throw new DOMException('no workers here', 'SecurityError');
    this.script = script;
    FakeWorker.made.push(this);
  }

  postMessage(command: Command): void {
    this.commands.push(command);
  }

  terminate(): void {
    this.terminated = true;
  }

  says(...reports: readonly object[]): void {
    for (const data of reports) this.dispatchEvent(new MessageEvent<Report>('message', { data: data as Report }));
  }

  fails(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }
}

let afterRun: ReturnType<typeof vi.fn<() => void>>;
let runtime: Runtime;
let reports: RunReport[];
let page: EventTarget;
let serviceWorker: EventTarget;

beforeEach(async () => {
  vi.useFakeTimers();
  FakeWorker.made = [];
  FakeWorker.refused = false;
  page = new EventTarget();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', { href: 'https://site.example/guide/page/' });
  serviceWorker = new EventTarget();
  vi.stubGlobal('navigator', { deviceMemory: 8, serviceWorker });
  // Whether a policy forbids workers is known once for a page: each test is a page of its own.
  vi.resetModules();
  const { createRuntime } = await import('../../../src/runtime/session.ts');
  afterRun = vi.fn<() => void>();
  runtime = createRuntime(afterRun);
  reports = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function run() {
  return runtime.run(PROGRAM, { work: 'free' }, (report) => reports.push(report));
}

/** The worker made last, or the one of a number. */
function worker(number = FakeWorker.made.length - 1): FakeWorker {
  const found = FakeWorker.made[number];
  if (found === undefined) throw new Error(`There is no worker ${number}.`);
  return found;
}

describe('when a service worker takes over', () => {
  const takesOver = () => serviceWorker.dispatchEvent(new Event('controllerchange'));

  test('another interpreter takes the place of the spare one', () => {
    runtime.warm();
    takesOver();
    expect(FakeWorker.made.map(({ terminated }) => terminated)).toEqual([true, false]);
    run();
    expect(FakeWorker.made).toHaveLength(2);
  });

  test('a run goes on, and without a spare one none is started', () => {
    run();
    takesOver();
    expect(FakeWorker.made.map(({ terminated }) => terminated)).toEqual([false]);
  });
});

describe('a run', () => {
  test('has a worker that imports the script and is told where the files are', async () => {
    run();
    const { commands, script } = worker();
    expect(await (await fetch(script)).text()).toContain('import("https://site.example/_astro/worker.js")');
    expect(commands).toMatchObject([
      { type: 'start', files: { folder: 'https://site.example/_python/abc/' }, module: null },
      { type: 'run', run: 1, task: { filename: 'p.py' } },
    ]);
  });

  test('tells what it does from its loading to its end, then the next interpreter starts', () => {
    run();
    worker().says({ type: 'loading', loadedBytes: 1, totalBytes: 2 }, { type: 'ready' }, { type: 'events', run: 1, events: [START] });
    worker().says({ type: 'library-missing' }, { type: 'events', run: 1, events: [END] });
    expect(reports).toEqual([
      { type: 'loading', loadedBytes: 1, totalBytes: 2 },
      { type: 'library-missing' },
      { type: 'started' },
      { type: 'events', events: [START, END] },
    ]);
    expect(worker().terminated).toBe(true);
    expect(FakeWorker.made).toHaveLength(1);
    vi.runAllTimers();
    expect(FakeWorker.made).toHaveLength(2);
    expect(afterRun).toHaveBeenCalledOnce();
  });

  test('that says nothing is told to have started all the same, after 20 ms', () => {
    run();
    worker().says({ type: 'events', run: 1, events: [START] });
    vi.advanceTimersByTime(19);
    expect(reports).toEqual([]);
    vi.advanceTimersByTime(1);
    worker().says({ type: 'events', run: 1, events: [END] });
    expect(reports).toEqual([{ type: 'started' }, { type: 'events', events: [START] }, { type: 'events', events: [END] }]);
  });

  test('that dies as soon as it has started is told to have started', () => {
    run();
    worker().says({ type: 'ready' }, { type: 'events', run: 1, events: [START] });
    worker().fails('unreachable');
    vi.runAllTimers();
    expect(reports).toMatchObject([{ type: 'started' }, { type: 'events', events: [START] }, { type: 'failed', reason: 'crash' }]);
  });

  test('does not hear what is said of another one, or after its end', () => {
    const stopped = run();
    worker().says({ type: 'events', run: 7, events: [START] });
    expect(reports).toEqual([]);
    stopped.stop();
    worker().says({ type: 'loading', loadedBytes: 1, totalBytes: 2 });
    expect(reports).toHaveLength(1);
  });

  test('that lasts has its successor started meanwhile', () => {
    run();
    worker().says({ type: 'events', run: 1, events: [START] });
    vi.advanceTimersByTime(999);
    expect(FakeWorker.made).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(FakeWorker.made).toHaveLength(2);
  });

  test('is given the lines that the reader types, and their end, until it is over', () => {
    const running = run();
    running.answer('Ada');
    running.answer(null);
    running.stop();
    running.answer('late');
    expect(worker(0).commands.filter(({ type }) => type === 'input')).toEqual([
      { type: 'input', run: 1, line: 'Ada\n' },
      { type: 'input', run: 1, line: null },
    ]);
  });

  test('with events that are no log is a crash', () => {
    run();
    worker().says({ type: 'events', run: 1, events: [{ kind: 'nonsense' }] });
    expect(reports).toMatchObject([{ type: 'failed', reason: 'crash' }]);
    expect(worker().terminated).toBe(true);
  });
});

describe('Stop', () => {
  test('ends the worker and the log, once, and the next interpreter starts', () => {
    const running = run();
    worker().says({ type: 'events', run: 1, events: [START] });
    running.stop();
    running.stop();
    expect(reports).toEqual([{ type: 'started' }, { type: 'events', events: [START, { kind: 'end', seq: 1, at: 0, status: 130, reason: 'stopped' }] }]);
    expect(worker().terminated).toBe(true);
    vi.runAllTimers();
    expect(FakeWorker.made).toHaveLength(2);
  });

  test('while Python is being fetched starts nothing', () => {
    run().stop();
    vi.runAllTimers();
    expect(reports).toMatchObject([{ events: [{ kind: 'end', seq: 0, at: 0 }] }]);
    expect(FakeWorker.made).toHaveLength(1);
  });
});

describe('a spare interpreter', () => {
  test('is taken by the next run, which hears how far its loading has come', () => {
    runtime.warm();
    runtime.warm();
    worker().says({ type: 'loading', loadedBytes: 3, totalBytes: 9 });
    run();
    expect(FakeWorker.made).toHaveLength(1);
    expect(reports).toEqual([{ type: 'loading', loadedBytes: 3, totalBytes: 9 }]);
  });

  test.each([true, false])('starts before the reader asks for it where it is at hand: %s', async (atHand) => {
    isAtHand.mockReset();
    isAtHand.mockResolvedValue(atHand);
    runtime.prepare();
    await vi.runAllTimersAsync();
    expect(isAtHand).toHaveBeenLastCalledWith('https://site.example/_python/abc/', 'python.wasm.bin');
    runtime.prepare();
    await vi.runAllTimersAsync();
    expect(isAtHand).toHaveBeenCalledOnce();
    expect(FakeWorker.made).toHaveLength(atHand ? 1 : 0);
  });

  test('does not start by itself beside a run', async () => {
    isAtHand.mockResolvedValue(true);
    runtime.prepare();
    run();
    await vi.runAllTimersAsync();
    expect(FakeWorker.made).toHaveLength(1);
  });

  test('that has failed is replaced', () => {
    runtime.warm();
    worker().says({ type: 'failed', reason: 'load', detail: 'offline' });
    runtime.warm();
    expect(FakeWorker.made).toHaveLength(2);
    worker().says({ type: 'failed', reason: 'load', detail: 'offline' });
    run();
    expect(FakeWorker.made).toHaveLength(3);
    expect(reports).toEqual([]);
  });

  test('has the module that an earlier one has compiled', async () => {
    const module = await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    runtime.warm();
    worker().says({ type: 'compiled', module });
    run();
    run();
    expect(worker().commands[0]).toMatchObject({ type: 'start', module });
  });

  test('does not start where memory is scarce', () => {
    vi.stubGlobal('navigator', { deviceMemory: 1 });
    runtime.warm();
    expect(FakeWorker.made).toHaveLength(0);
  });
});

describe('a worker that keeps its snapshot', () => {
  const fetched = vi.fn<(address: string) => Promise<Response>>();

  beforeEach(() => {
    fetched.mockReset();
    fetched.mockRejectedValue(new TypeError('offline'));
    vi.stubGlobal('fetch', fetched);
    run();
    worker().says({ type: 'keeping' }, { type: 'events', run: 1, events: [START, END] });
  });

  test('has begun from nothing: the source of the library is fetched beside the run', () => {
    expect(fetched.mock.calls.map(([address]) => address)).toEqual(['https://site.example/_python/abc/source.bin']);
  });

  test('has nothing fetched beside the run of a reader who saves data', () => {
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    run();
    worker().says({ type: 'keeping' });
    expect(fetched).toHaveBeenCalledOnce();
  });

  test('lives until that is done', () => {
    expect(worker(0).terminated).toBe(false);
    worker(0).says({ type: 'kept' }, { type: 'kept' });
    expect(worker(0).terminated).toBe(true);
    vi.runAllTimers();
    expect(afterRun).toHaveBeenCalledOnce();
  });

  test('is not waited for longer than ten seconds', () => {
    vi.advanceTimersByTime(9999);
    expect(worker(0).terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(worker(0).terminated).toBe(true);
  });
});

describe('a failure', () => {
  test('of a worker that cannot be made is heard when the caller has its run', async () => {
    FakeWorker.refused = true;
    run();
    expect(reports).toEqual([]);
    await Promise.resolve();
    expect(reports).toMatchObject([{ type: 'failed', reason: 'worker', detail: expect.stringContaining('no workers here') as string }]);
  });

  test('is told as the worker names it before it is ready, and once', () => {
    run();
    worker().says({ type: 'failed', reason: 'load', detail: '404' }, { type: 'failed', reason: 'worker', detail: 'again' });
    expect(reports).toEqual([{ type: 'failed', reason: 'load', detail: '404' }]);
  });

  test('is a crash when the worker was ready', () => {
    run();
    worker().says({ type: 'ready' }, { type: 'failed', reason: 'load', detail: 'out of memory' });
    expect(reports).toEqual([{ type: 'failed', reason: 'crash', detail: 'out of memory' }]);
  });

  test.each([
    ['before it is ready', false, '', 'load', 'the worker script could not be loaded'],
    ['when it was ready', true, 'RuntimeError: unreachable', 'crash', 'RuntimeError: unreachable'],
  ])('is an error of the worker %s', (_, ready, message, reason, detail) => {
    run();
    if (ready) worker().says({ type: 'ready' });
    worker().fails(message);
    expect(reports).toEqual([{ type: 'failed', reason, detail }]);
  });

  test.each([
    ['worker-src', 'worker', 'a policy forbids workers'],
    ['img-src', 'load', 'gone'],
  ])('after a violation of %s is told as %s', (effectiveDirective, reason, detail) => {
    run();
    page.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective }));
    worker().fails('gone');
    expect(reports).toEqual([{ type: 'failed', reason, detail }]);
  });
});
