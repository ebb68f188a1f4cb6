/** How long a program of two million steps works, in this runtime and in stock Pyodide. */
import { loadPyodide } from 'pyodide';
import type { Page } from 'playwright-core';
import { type Contender, open, playgroundWith, programText, stockWith, until, untilEnded } from '../contenders.ts';
import type { Host } from '../host/host.ts';
import { pressUntil } from '../press.ts';
import { type Sampler, inTurn } from '../samples.ts';
import type { RowId } from '../rows.ts';
import { withProfile } from './profile.ts';

const MARKS = ['work begins', 'work ends'] as const;
const STEPS = 2_000_000;
/** Of a page; the last counts. */
const RUNS = 3;
/** After a run: the browser goes on optimising the code that the run has shown to be busy. */
const OPTIMISES_MS = 2000;
/** The programs do it so many times between their marks, after a first time: messages that come late matter little then. */
const TIMES = 20;

/**
 * A program is always traced (src/runtime/python/_live/trace.py), but by `sys.monitoring`, which switches itself off at
 * each place that has nothing to tell. So there are these cases:
 *
 * - *without tracing*: one thread that only works. Each place is switched off at its first event.
 * - *with tracing*: as many steps in a hundred tasks, each of which is created, steps, waits, is woken and ends.
 * - *beside a thread*: the first again while a second thread waits. Each jump and each call is an event then, for the two
 *   to take turns (preemption.py): the most that a program can have watched. Stock Pyodide has no threads, and runs the first.
 *
 * Each is run three times in a page, and the last run counts. V8 optimises WebAssembly while it runs, but a call that is under
 * way goes on in the code in which it began, and a program is one such call of the interpreter's loop. Stock Pyodide has run its
 * start by then, of a second and more, where a start from a snapshot has run next to nothing: the second run, at the latest, shows
 * the browser that it guessed wrong in the first (`node --trace-deopt`). What that costs the very first run is a row of its own.
 */
function beside(program: string): string {
  return `import threading\n\ndone = threading.Event()\nthreading.Thread(target=done.wait).start()\n${program}done.set()\n`;
}

export async function measureWork(host: Host, rounds: number, sampler: Sampler): Promise<void> {
  const program = programText('busy');
  for (const each of ['busy', 'busy-tasks'] as const) {
    const steps = await countSteps(programText(each).replace(`TIMES = ${TIMES}`, 'TIMES = 0'));
    if (Math.abs(steps / STEPS - 1) > 0.01) throw new Error(`tests/bench/programs/${each}.py takes ${steps} steps, not ${STEPS}.`);
  }
  const cases: readonly { readonly row: RowId; readonly contender: Contender }[] = [
    { row: 'work', contender: await playgroundWith(program) },
    { row: 'work', contender: stockWith('busy') },
    { row: 'work-traced', contender: await playgroundWith(programText('busy-tasks')) },
    { row: 'work-traced', contender: stockWith('busy-tasks') },
    { row: 'work-beside', contender: await playgroundWith(beside(program)) },
    { row: 'work-beside', contender: stockWith('busy') },
  ];
  await withProfile(async (context) => {
    // Times are taken where messages arrive, since drawing them waits for the next frame.
    await context.addInitScript(`(${watchWorkers})(${JSON.stringify(MARKS)})`);
    for (let round = -1; round < rounds; round += 1) {
      for (const { row, contender } of inTurn(cases, Math.max(0, round))) {
        const page = await open(contender, context, host);
        const times: number[] = [];
        while (times.length < RUNS) {
          times.push(await workMs(page, contender));
          await untilEnded(page, contender);
          await page.waitForTimeout(OPTIMISES_MS);
        }
        await page.close();
        // The first round fills the caches.
        if (round < 0) continue;
        sampler.add(row, contender.name, times.at(-1) ?? NaN);
        if (row === 'work') sampler.add('work-first', contender.name, times[0] ?? NaN);
      }
    }
  });
}

/** Runs the program and says how long one of its times took. */
async function workMs(page: Page, contender: Contender): Promise<number> {
  await page.evaluate('for (const mark of Object.keys(marks)) delete marks[mark]');
  await pressUntil(page, contender.run, contender, MARKS[1]);
  await until(page, `Object.keys(marks).length === ${MARKS.length}`);
  const seen = (await page.evaluate('marks')) as Readonly<Record<string, number>>;
  return ((seen[MARKS[1]] ?? NaN) - (seen[MARKS[0]] ?? NaN)) / TIMES;
}

/** Runs in the page, before its scripts: notes in the global `marks` when a worker's message first has each of these words. */
function watchWorkers(marks: readonly string[]): void {
  const seen: Record<string, number> = {};
  const Real = Worker;
  class Watched extends Real {
    constructor(...options: ConstructorParameters<typeof Worker>) {
      super(...options);
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const now = performance.now();
        const text = JSON.stringify(data, (_, value: unknown) => (ArrayBuffer.isView(value) ? '' : value)) ?? '';
        for (const mark of marks) if (text.includes(mark)) seen[mark] ??= now;
      });
    }
  }
  Object.assign(globalThis, { Worker: Watched, marks: seen });
}

/** How many instructions CPython executes for it, on the same CPython. */
async function countSteps(program: string): Promise<number> {
  const pyodide = await loadPyodide({ stdout: () => {} });
  pyodide.globals.set('program', program);
  // Not runPython: tasks need a stack that can be left.
  return (await pyodide.runPythonAsync(COUNT)) as number;
}

const COUNT = `
import sys, types
monitoring, steps = sys.monitoring, 0
def count(code, offset):
    global steps
    steps += 1
def watch(code):
    monitoring.set_local_events(2, code, monitoring.events.INSTRUCTION)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            watch(constant)
monitoring.use_tool_id(2, "count")
monitoring.register_callback(2, monitoring.events.INSTRUCTION, count)
compiled = compile(program, "busy.py", "exec")
watch(compiled)
exec(compiled, {})
steps
`;
