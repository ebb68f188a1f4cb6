/** Which thread a run in Node gets, and what becomes of it, with threads that say what the test lets them say. */
import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { EndReason, RunEvent } from '../../../src/log/events.ts';
import { taskOf } from '../../../src/runtime/task.ts';

// Python's code is compiled for each test, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

class FakeThread extends EventEmitter {
  static made: FakeThread[] = [];
  terminated = false;
  keepsAlive = true;

  constructor() {
    super();
    FakeThread.made.push(this);
  }

  postMessage(): void {}

  ref(): void {
    this.keepsAlive = true;
  }

  unref(): void {
    this.keepsAlive = false;
  }

  terminate(): Promise<number> {
    this.terminated = true;
    this.emit('exit', 1);
    return Promise.resolve(1);
  }

  /** Has run a program that ended so. */
  ends(reason: EndReason = 'finished'): void {
    this.emit('message', { type: 'ready' });
    this.emit('message', { type: 'events', run: 1, events: [START] });
    this.emit('message', { type: 'events', run: 1, events: [{ kind: 'end', seq: 1, at: 0, status: 0, reason }] });
  }
}

vi.mock('node:worker_threads', () => ({ Worker: FakeThread }));
// What a thread is given: these have no use for it.
vi.mock('../../../src/runtime/node-python.ts', async () => {
  const { PYODIDE_FOLDER } = await vi.importActual<typeof import('../../../src/runtime/node-python.ts')>('../../../src/runtime/node-python.ts');
  return { PYODIDE_FOLDER, pythonSource: () => Promise.resolve({ indexURL: '', python: {}, packages: '', called: [] }), snapshotFile: () => Promise.resolve('') };
});

const START: RunEvent = { kind: 'start', seq: 0, at: 0, python: '3.14.2', epoch: 0, filename: 'p.py' };
const task = taskOf({ filename: 'p.py', source: '' }, { work: 'free', epochMs: 0, limits: null });

beforeEach(() => {
  FakeThread.made = [];
  // Idle threads are those of the module.
  vi.resetModules();
});

async function starting() {
  const { NodeRun } = await import('../../../src/runtime/node.ts');
  return NodeRun.start();
}

/** The thread made last. */
function thread(): FakeThread {
  const last = FakeThread.made.at(-1);
  if (last === undefined) throw new Error('No thread has been made.');
  return last;
}

test('a run gives each event as it comes, and the whole log', async () => {
  const events: string[] = [];
  const running = (await starting()).run(task, ({ kind }) => events.push(kind));
  thread().ends();
  expect((await running).map(({ kind }) => kind)).toEqual(['start', 'end']);
  expect(events).toEqual(['start', 'end']);
});

test('a thread whose program has finished is used again, and keeps nothing alive meanwhile', async () => {
  const first = await starting();
  const running = first.run(task);
  thread().ends();
  await running;
  expect(thread().keepsAlive).toBe(false);
  // Its end has been: the thread may be another run's.
  await first.stop();
  expect(thread().terminated).toBe(false);
  await starting();
  expect(thread().keepsAlive).toBe(true);
  expect(FakeThread.made).toHaveLength(1);
});

test('a thread is thrown away after forty runs', async () => {
  for (let count = 0; count < 41; count += 1) {
    const running = (await starting()).run(task);
    thread().ends();
    await running;
  }
  expect(FakeThread.made.map(({ terminated }) => terminated)).toEqual([true, false]);
});

test.each(['limit', 'crashed'] as const)('a thread whose program ended by %s is thrown away', async (reason) => {
  const running = (await starting()).run(task);
  thread().ends(reason);
  expect(await running).toHaveLength(2);
  expect(thread().terminated).toBe(true);
});

test('a thread that fails or goes away in mid-run fails the run', async () => {
  const failing = (await starting()).run(task);
  thread().emit('error', new Error('out of memory'));
  await expect(failing).rejects.toThrow('out of memory');
  expect(thread().terminated).toBe(true);
  const leaving = (await starting()).run(task);
  thread().emit('exit', 1);
  await expect(leaving).rejects.toThrow('went away in mid-run');
});
