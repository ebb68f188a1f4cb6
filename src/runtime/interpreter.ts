/**
 * One CPython, good for one run: started, given a program, thrown away with its worker. Worker side, browser and Node
 * alike; what differs between them (where files come from) is passed in.
 */
import type { PyodideAPI } from 'pyodide';
import type { PyCallable } from 'pyodide/ffi';
import type { EndReason, RunEvent } from '../log/events.ts';
import { SimulatedClock, replaceClocks } from './clock.ts';
import { Handover } from './handover.ts';
import { type PythonSource, loadPython } from './snapshot.ts';
import { limitStack } from './stack-limit.ts';
import { captureStreams } from './streams.ts';
import { SuspendedFrames } from './suspended-frames.ts';
import type { Task } from './task.ts';
import { setZone } from './zone.ts';

/** The exit status of a run that was stopped at a limit, as `timeout` of coreutils has it. */
const LIMIT_STATUS = 124;

const NS_PER_S = 1e9;
/** Events carry microseconds: finer differences are the 1 ns of each read of the clock. */
const NS_PER_TICK = 1e3;

/** For what C code writes by itself, e.g. a fatal error. */
const UNKNOWN_PLACE = { thread: 1 };

/** What the interpreter needs from the side it runs on. */
export interface Surroundings extends PythonSource {
  /** Called with each event, in order; the last has kind `end`. */
  readonly onEvent: (event: RunEvent) => void;
  /** Answers `input()`: a line with its newline, or null at the end of input. */
  readonly readInput: () => Promise<string | null>;
}

export interface Interpreter {
  readonly pyodide: PyodideAPI;
  /** Runs a program. May be called once. Resolves when the `end` event has been given. */
  run(task: Task): Promise<void>;
}

export async function startInterpreter(surroundings: Surroundings): Promise<Interpreter> {
  let clock: SimulatedClock | null = null;
  let epochMs = 0;
  const realMs = replaceClocks(() => clock, () => epochMs);
  const pyodide = await loadPython(surroundings);
  // All that needs no program is done before there is one: the reader waits for the rest.
  setZone(pyodide);
  const startProgram = pyodide.pyimport('_live.program').start as PyCallable;
  const enterThread = pyodide.pyimport('_live.threads').enter as PyCallable;
  const pythonVersion = pyodide.runPython('import sys; ".".join(map(str, sys.version_info[:3]))') as string;

  return {
    pyodide,
    run: (task) =>
      new Promise<void>((resolve) => {
        let seq = 0;
        let ended = false;
        const running = new SimulatedClock(task.work, realMs);
        let place: object = UNKNOWN_PLACE;

        const record = (fields: object): void => {
          if (ended) return;
          const at = Math.round(running.peek() / NS_PER_TICK) / (NS_PER_S / NS_PER_TICK);
          // The Python half writes the fields of the kinds that events.ts declares; tests hold it to that.
          surroundings.onEvent({ seq, at, ...fields } as RunEvent);
          seq += 1;
          // The page puts an end to the worker then, whatever the program does.
          if (task.limits !== null && seq === task.limits.events) end(LIMIT_STATUS, 'limit');
        };
        const end = (status: number, reason: EndReason): void => {
          flush();
          record({ kind: 'end', status, reason });
          ended = true;
          resolve();
        };
        const flush = captureStreams(pyodide, (stream, text) => {
          record({ kind: 'write', stream, text, ...place });
          place = UNKNOWN_PLACE;
        });
        const failed = (error: unknown): void => {
          if (seq === 0) host.begin();
          record({ kind: 'write', stream: 'stderr', text: `${String(error)}\n`, thread: 1 });
          end(1, 'crashed');
        };
        const handover = new Handover((thread) => enterThread.callPromising(thread).catch(failed), new SuspendedFrames(pyodide));
        const host = {
          begin: () => {
            running.begin();
            record({ kind: 'start', python: pythonVersion, epoch: task.epochMs / 1000, filename: task.filename });
          },
          read_clock: () => running.read(),
          peek_clock: () => running.peek(),
          advance_clock: (ns: number | bigint) => {
            if (task.limits !== null && Number(ns) > task.limits.seconds * NS_PER_S) {
              end(LIMIT_STATUS, 'limit');
              return false;
            }
            running.advanceTo(Number(ns));
            return true;
          },
          charge_work: (ns: number) => running.chargeWork(ns),
          work_ns: () => Math.round(running.worked()),
          emit: (json: string) => record(JSON.parse(json) as object),
          limit_stack: () => limitStack(pyodide),
          can_switch: () => handover.possible,
          // A promise that is returned would be made into a future; one that is read stays a promise (browser.py).
          promise: undefined as Promise<unknown> | undefined,
          switch_to: (me: number, to: number, begins: boolean) => {
            host.promise = handover.switch(me, to, begins);
          },
          leave: (to: number, begins: boolean) => handover.leave(to, begins),
          mark_place: (json: string) => {
            place = JSON.parse(json) as object;
          },
          read_input: (placeJson: string) => {
            record({ kind: 'input-requested', ...(JSON.parse(placeJson) as object) });
            // Python knows `undefined` as None.
            host.promise = running.standStill(surroundings.readInput()).then((line) => line ?? undefined);
          },
          end,
          never: () => {
            host.promise = new Promise<never>(() => {});
          },
        };

        for (const mount of task.mounts) {
          pyodide.FS.mkdirTree(mount);
          pyodide.mountNodeFS(mount, mount);
        }
        pyodide.FS.mkdirTree(task.cwd);
        pyodide.FS.chdir(task.cwd);
        if (task.source !== null) pyodide.FS.writeFile(task.filename, task.source);
        epochMs = task.epochMs;
        clock = running;
        const args = [host, task.filename, JSON.stringify(task.argv), task.folder] as const;
        if (handover.possible) startProgram.callPromising(...args).catch(failed);
        else {
          try {
            startProgram(...args);
          } catch (error) {
            failed(error);
          }
        }
      }),
  };
}
