/** A runtime without Python: each run reports what a test tells it to. */
import type { RunEvent } from '../../../src/log/events.ts';
import type { Program, Run, RunOptions, RunReport, Runtime } from '../../../src/runtime/runtime.ts';

export interface ReplayedRun {
  readonly program: Program;
  readonly options: RunOptions;
  readonly report: (report: RunReport) => void;
  readonly answers: (string | null)[];
  stopped: boolean;
}

export class ReplayRuntime implements Runtime {
  readonly runs: ReplayedRun[] = [];
  warmed = 0;
  prepared = 0;
  readonly #log: readonly RunEvent[];

  /** Every run reports `log` at once; without one it reports nothing by itself. */
  constructor(log: readonly RunEvent[] = []) {
    this.#log = log;
  }

  prepare(): void {
    this.prepared += 1;
  }

  warm(): void {
    this.warmed += 1;
  }

  run(program: Program, options: RunOptions, report: (report: RunReport) => void): Run {
    const run: ReplayedRun = { program, options, report, answers: [], stopped: false };
    this.runs.push(run);
    if (this.#log.length > 0) {
      report({ type: 'started' });
      report({ type: 'events', events: this.#log });
    }
    return {
      stop: () => {
        run.stopped = true;
      },
      answer: (line) => {
        run.answers.push(line);
      },
    };
  }
}
