/** A real interpreter in the process of the test: how it starts, and what programs make it say to the log. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PyodideAPI } from 'pyodide';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunEvent } from '../../../src/log/events.ts';
import { type Surroundings, startInterpreter } from '../../../src/runtime/interpreter.ts';
import { pythonSource } from '../../../src/runtime/node-python.ts';
import { PackedMemory, pack } from '../../../src/runtime/packed-memory.ts';
import type { Limits } from '../../../src/runtime/runtime.ts';
import { type Snapshot, loadPython } from '../../../src/runtime/snapshot.ts';
import { type Task, taskOf } from '../../../src/runtime/task.ts';

const WITH_PYTHON_MS = 60_000;
vi.setConfig({ testTimeout: WITH_PYTHON_MS, hookTimeout: WITH_PYTHON_MS });

const LIMITS: Limits = { seconds: 100, events: 1000, writes: 50 };
const UNKNOWN_ZONE = [null, null];

const source = await pythonSource();
const realClocks = { now: performance.now, date: Date.now };
let snapshot: ArrayBuffer;

beforeAll(async () => {
  await loadPython({ ...source, onSnapshot: (made) => (snapshot = pack(made)) });
});

// The interpreter puts its clock in their place.
afterEach(() => {
  performance.now = realClocks.now;
  Date.now = realClocks.date;
});

afterAll(() => vi.restoreAllMocks());

function snapshotOf(packed: ArrayBuffer): Snapshot {
  const memory = new PackedMemory(packed);
  return { length: memory.length, memory: Promise.resolve(memory) };
}

/** Runs a program in an interpreter of its own and gives its log. */
async function run(program: string, task: Partial<Task> = {}, surroundings: Partial<Surroundings> = {}): Promise<readonly RunEvent[]> {
  const log: RunEvent[] = [];
  const interpreter = await startInterpreter({
    ...source,
    snapshot: snapshotOf(snapshot),
    zone: UNKNOWN_ZONE,
    onEvent: (event) => log.push(event),
    readInput: () => Promise.resolve(null),
    ...surroundings,
  });
  await interpreter.run({ ...taskOf({ filename: 'p.py', source: program }, { work: 'free', epochMs: 0, limits: LIMITS }), ...task });
  return log;
}

/** What the program has written, and how it ended. */
function outcome(log: readonly RunEvent[]) {
  const text = log.map((event) => (event.kind === 'write' ? event.text : '')).join('');
  const end = log.at(-1);
  if (end?.kind !== 'end') throw new Error('The log has no end.');
  return { text, status: end.status, reason: end.reason, at: end.at };
}

describe('a start', () => {
  test('from a snapshot or, where that is of no use, from nothing makes the same run', async () => {
    const program = 'import asyncio, time\nprint(time.time())\nasyncio.run(asyncio.sleep(3))\n';
    const fromSnapshot = await run(program);
    expect(fromSnapshot[0]).toMatchObject({ kind: 'start', seq: 0, at: 0, filename: 'p.py', python: expect.stringMatching(/^3\.14\.\d+$/) as string });
    expect(outcome(fromSnapshot)).toMatchObject({ status: 0, reason: 'finished', at: 3 });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(await run(program, {}, { snapshot: snapshotOf(pack(new Uint8Array(32 * 1024 * 1024))) })).toEqual(fromSnapshot);
    expect(warn).toHaveBeenCalledOnce();
    const damaged = { length: new PackedMemory(snapshot).length, memory: Promise.reject<PackedMemory>(new Error('damaged')) };
    damaged.memory.catch(() => {});
    expect(await run(program, {}, { snapshot: damaged })).toEqual(fromSnapshot);
    expect(warn).toHaveBeenCalledTimes(2);
  });

  test('leaves the snapshot as it is, for the next start', async () => {
    const warn = vi.spyOn(console, 'warn');
    const kept = snapshotOf(snapshot);
    for (const start of ['first', 'second']) expect(outcome(await run(`print('${start}')\n`, {}, { snapshot: kept })).text).toBe(`${start}\n`);
    expect(warn).not.toHaveBeenCalled();
  });

  test('asks for its files where it is told', async () => {
    const fsInit = vi.fn(() => Promise.resolve());
    await run('pass\n', {}, { fsInit });
    expect(fsInit).toHaveBeenCalledOnce();
  });
});

describe('a program', () => {
  test('waits for input, of which its clock knows nothing', async () => {
    const lines = ['Ada\n', null];
    const log = await run('print(input())\ntry:\n    input()\nexcept EOFError:\n    print("end")\n', {}, {
      readInput: () => Promise.resolve(lines.shift() ?? null),
    });
    expect(outcome(log)).toMatchObject({ text: 'Ada\nend\n', at: 0 });
    expect(log.filter(({ kind }) => kind === 'input-requested')).toHaveLength(2);
  });

  test('has threads that take turns', async () => {
    const log = await run(`
import threading, time
def count(name):
    for number in range(2):
        print(name, number)
        time.sleep(1)
threads = [threading.Thread(target=count, args=(name,)) for name in "ab"]
for thread in threads: thread.start()
for thread in threads: thread.join()
`);
    expect(outcome(log)).toMatchObject({ text: 'a 0\nb 0\na 1\nb 1\n', status: 0, at: 2 });
  });

  test('may leave by os._exit, and nothing comes after it', async () => {
    expect(outcome(await run('import os\nprint("before", flush=True)\nos._exit(7)\nprint("after")\n'))).toMatchObject({ text: 'before\n', status: 7 });
  });

  test('may call itself without end', async () => {
    const { text, status } = outcome(await run('class A:\n    def __repr__(self): return repr(self)\ntry:\n    repr(A())\nexcept RecursionError:\n    print("deep")\n'));
    expect([text, status]).toEqual(['deep\n', 0]);
  });

  test('may call the interpreter by the names of its functions in C', async () => {
    const program = `
import ctypes
version = ctypes.pythonapi.Py_GetVersion
version.restype = ctypes.c_char_p
print(version()[:5].decode(), ctypes.CDLL(None).strlen(b"four"), hasattr(ctypes.pythonapi, "no_such_function"))
`;
    expect(outcome(await run(program))).toMatchObject({ text: '3.14. 4 False\n', status: 0 });
  });

  test('may be a file of the machine, in a folder of the machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mounted-'));
    try {
      writeFileSync(join(folder, 'there.py'), 'import os\nprint(os.listdir())\n');
      const log = await run('', { source: null, filename: 'there.py', argv: ['there.py'], folder, cwd: folder, mounts: [folder], limits: null });
      expect(outcome(log)).toMatchObject({ text: "['there.py']\n", status: 0 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('pays for its work with the time that it takes, where work is real', async () => {
    const { at } = outcome(await run('import time\nend = time.monotonic() + 0.2\nwhile time.monotonic() < end: pass\n', { work: 'real' }));
    expect(at).toBeGreaterThanOrEqual(0.2);
  });

  test('that works in one thread does not keep the deadlines of others from coming', async () => {
    const log = await run('import threading\ndone = []\nthreading.Timer(0.5, lambda: done.append(1)).start()\nwhile not done: pass\nprint("came")\n');
    expect(outcome(log)).toMatchObject({ text: 'came\n', status: 0 });
  });
});

// After its end the page does away with the worker. Here nobody does, so these programs end by themselves.
describe('a limit', () => {
  test.each([
    ['seconds', 'import time\ntime.sleep(101)\nprint("after")\n', ''],
    ['writes', 'for _ in range(200): print(".")\n', '.\n'.repeat(LIMITS.writes)],
  ])('of %s ends the run as `timeout` does', async (_, program, text) => {
    expect(outcome(await run(program))).toMatchObject({ text, status: 124, reason: 'limit' });
  });

  test('of events ends the run, with one event more', async () => {
    const log = await run('import asyncio\nasync def main():\n    for _ in range(2000): await asyncio.sleep(0.001)\nasyncio.run(main())\n');
    expect(log).toHaveLength(LIMITS.events + 1);
    expect(outcome(log)).toMatchObject({ status: 124, reason: 'limit' });
  });

  test('is none where there are none', async () => {
    const { text, status } = outcome(await run('for _ in range(60): print(".")\nimport time\ntime.sleep(1000)\n', { limits: null }));
    expect([text, status]).toEqual(['.\n'.repeat(60), 0]);
  });
});

/** Makes `start` of the module `_live.program` another, such as one that fails, as when WebAssembly traps. */
function loadingWith(start: unknown): Surroundings['loadPyodide'] {
  return async (config) => {
    const pyodide: PyodideAPI = await source.loadPyodide(config);
    const { pyimport } = pyodide;
    pyodide.pyimport = (name): unknown => (name === '_live.program' ? { prepare: () => {}, start } : pyimport(name));
    return pyodide;
  };
}

const CRASHED = { text: 'Error: unreachable\n', status: 1, reason: 'crashed' };

test('an interpreter that dies ends the run with what it says of it', async () => {
  const start = { callPromising: () => Promise.reject(new Error('unreachable')) };
  const log = await run('pass\n', {}, { loadPyodide: loadingWith(start) });
  expect(log.map(({ kind }) => kind)).toEqual(['start', 'write', 'end']);
  expect(outcome(log)).toMatchObject(CRASHED);
});

describe('where calls cannot be suspended', () => {
  const { Suspending } = WebAssembly as typeof WebAssembly & { readonly Suspending?: unknown };
  afterEach(() => {
    Object.assign(WebAssembly, { Suspending });
  });

  /** Takes away what the runtime looks at, once Pyodide has looked itself. */
  const without = (load: Surroundings['loadPyodide']): Surroundings['loadPyodide'] => async (config) => {
    const pyodide = await load(config);
    Reflect.deleteProperty(WebAssembly, 'Suspending');
    return pyodide;
  };

  test('a program runs', async () => {
    expect(outcome(await run('print("ran")\n', {}, { loadPyodide: without(source.loadPyodide) }))).toMatchObject({ text: 'ran\n', status: 0 });
  });

  test('an interpreter that dies ends the run, too', async () => {
    const start = (): never => {
      throw new Error('unreachable');
    };
    expect(outcome(await run('pass\n', {}, { loadPyodide: without(loadingWith(start)) }))).toMatchObject(CRASHED);
  });
});
