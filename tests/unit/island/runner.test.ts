import { describe, expect, it, vi } from 'vitest';
import { Runner } from '../../../src/island/runner.ts';
import type { RunReport } from '../../../src/runtime/runtime.ts';
import { ended, logOf, started } from './events.ts';
import { ReplayRuntime } from './replay-runtime.ts';

const PROGRAM = { filename: 'program.py', source: 'print(1)\n' };
const FREE = { work: 'free' } as const;

function runnerWith(runtime: ReplayRuntime) {
  const reports: RunReport[] = [];
  const runner = new Runner(
    () => Promise.resolve(runtime),
    () => Promise.resolve(false),
    (report) => reports.push(report),
  );
  return { runner, reports };
}

describe('the runner', () => {
  it('passes on what a run reports', async () => {
    const log = logOf(started(), ended(0));
    const { runner, reports } = runnerWith(new ReplayRuntime(log));
    await runner.start(PROGRAM, FREE);
    expect(reports).toEqual([{ type: 'started' }, { type: 'events', events: log }]);
  });

  it('stops the run before it starts another, and drops what the stopped one still says', async () => {
    const runtime = new ReplayRuntime();
    const { runner, reports } = runnerWith(runtime);
    await runner.start(PROGRAM, FREE);
    await runner.start(PROGRAM, FREE);
    const [first, second] = runtime.runs;
    expect(first?.stopped).toBe(true);
    first?.report({ type: 'started' });
    expect(reports).toEqual([]);
    second?.report({ type: 'started' });
    expect(reports).toEqual([{ type: 'started' }]);
  });

  it('does not start a run that was stopped while the runtime was loading', async () => {
    const runtime = new ReplayRuntime();
    const { runner } = runnerWith(runtime);
    const starting = runner.start(PROGRAM, FREE);
    runner.stop();
    await starting;
    expect(runtime.runs).toEqual([]);
  });

  it('says of a page that is older than the site that it is, where something could not be loaded', async () => {
    const reports: RunReport[] = [];
    const load = () => Promise.reject(new Error('gone'));
    await new Runner(load, () => Promise.resolve(true), (report) => reports.push(report)).start(PROGRAM, FREE);
    expect(reports).toEqual([{ type: 'failed', reason: 'outdated', detail: 'Error: gone' }]);
  });

  it('drops a failure to load whose reason is known when the run has been stopped', async () => {
    const runtime = new ReplayRuntime();
    const reports: RunReport[] = [];
    const known = Promise.withResolvers<boolean>();
    const runner = new Runner(() => Promise.resolve(runtime), () => known.promise, (report) => reports.push(report));
    await runner.start(PROGRAM, FREE);
    runtime.runs[0]?.report({ type: 'failed', reason: 'load', detail: '' });
    runner.stop();
    known.resolve(true);
    await known.promise;
    expect(reports).toEqual([]);
  });

  it('reports a runtime that could not be loaded, and loads it anew the next time', async () => {
    const runtime = new ReplayRuntime();
    const reports: RunReport[] = [];
    let offline = true;
    const load = () => (offline ? Promise.reject(new Error('offline')) : Promise.resolve(runtime));
    const runner = new Runner(load, () => Promise.resolve(false), (report) => reports.push(report));
    runner.warm();
    await runner.start(PROGRAM, FREE);
    expect(reports).toEqual([{ type: 'failed', reason: 'load', detail: 'Error: offline' }]);
    offline = false;
    await runner.start(PROGRAM, FREE);
    expect(runtime.runs.length).toBe(1);
  });

  it.each([true, false])('loads the runtime when the reader comes near only if a program has run here before: %s', async (hasRun) => {
    vi.stubGlobal('caches', { has: () => Promise.resolve(hasRun) });
    const runtime = new ReplayRuntime();
    const load = vi.fn(() => Promise.resolve(runtime));
    await new Runner(load, () => Promise.resolve(false), () => {}).prepare();
    await Promise.resolve();
    expect([load.mock.calls.length, runtime.prepared]).toEqual(hasRun ? [1, 1] : [0, 0]);
    vi.unstubAllGlobals();
  });

  it('hands the reader’s answers to the run', async () => {
    const runtime = new ReplayRuntime();
    const { runner } = runnerWith(runtime);
    await runner.start(PROGRAM, FREE);
    runner.answer('Ann');
    runner.answer(null);
    expect(runtime.runs[0]?.answers).toEqual(['Ann', null]);
  });
});
