/**
 * One CPython, good for one run: started, given a program, thrown away with its worker. Worker side, browser and Node
 * alike; what differs between them (where files come from) is passed in.
 */
import type { PyodideAPI } from 'pyodide';
import type { PyCallable } from 'pyodide/ffi';
import type { RunEvent } from '../log/events.ts';
import { SimulatedClock, replaceClocks } from './clock.ts';
import { ProgramHost } from './host.ts';
import { type PythonSource, loadPython } from './snapshot.ts';
import type { Task } from './task.ts';
import { type ZoneNames, setZone } from './zone.ts';

const VERSION = 'import sys; ".".join(map(str, sys.version_info[:3]))';

/** What the interpreter needs from the side it runs on. */
export interface Surroundings extends PythonSource {
  /** Called with each event, in order; the last has kind `end`. */
  readonly onEvent: (event: RunEvent) => void;
  readonly zone: ZoneNames;
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
  setZone(pyodide, surroundings.zone);
  // Not all of it: the snapshot is of no more use.
  const { onEvent, readInput } = surroundings;
  const { prepare, start } = pyodide.pyimport('_live.program') as Record<'prepare' | 'start', PyCallable>;
  const { enter } = pyodide.pyimport('_live.threads') as Record<'enter', PyCallable>;
  const host = new ProgramHost(pyodide, { onEvent, readInput }, pyodide.runPython(VERSION) as string, (thread) => enter.callPromising(thread));
  prepare(host);

  return {
    pyodide,
    run: (task) => {
      for (const mount of task.mounts) {
        pyodide.FS.mkdirTree(mount);
        pyodide.mountNodeFS(mount, mount);
      }
      pyodide.FS.mkdirTree(task.cwd);
      pyodide.FS.chdir(task.cwd);
      if (task.source !== null) pyodide.FS.writeFile(task.filename, task.source);
      epochMs = task.epochMs;
      clock = new SimulatedClock(task.work, realMs);
      const ended = host.open(task, clock, realMs);
      const args = [task.filename, JSON.stringify(task.argv), task.folder] as const;
      if (host.can_switch()) start.callPromising(...args).catch((error: unknown) => host.failed(error));
      else {
        try {
          start(...args);
        } catch (error) {
          host.failed(error);
        }
      }
      return ended;
    },
  };
}
