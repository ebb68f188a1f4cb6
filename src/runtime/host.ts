/**
 * What Python calls: `Host` of python/_live/host.py, whose words these are, and through it the event log of the one run.
 * Made before there is a program, so that nothing of it costs the reader time. Worker side.
 */
import type { PyodideAPI } from 'pyodide';
import type { EndReason, Place, RunEvent } from '../log/events.ts';
import type { SimulatedClock } from './clock.ts';
import { Handover } from './handover.ts';
import type { Surroundings } from './interpreter.ts';
import { OutputFold } from './output-fold.ts';
import { limitStack } from './stack-limit.ts';
import { captureStreams } from './streams.ts';
import { SuspendedFrames } from './suspended-frames.ts';
import type { Task } from './task.ts';

/** The exit status of a run that was stopped at a limit, as `timeout` of coreutils has it. */
const LIMIT_STATUS = 124;

const NS_PER_S = 1e9;
/** Events carry microseconds: finer differences are the 1 ns of each read of the clock. */
const NS_PER_TICK = 1e3;

/** For what C code writes by itself, e.g. a fatal error. */
const UNKNOWN_PLACE = { thread: 1 };

interface OpenRun {
  readonly task: Task;
  readonly clock: SimulatedClock;
  readonly fold: OutputFold;
  readonly ended: () => void;
}

export class ProgramHost {
  /** A promise that is returned would be made into a future; one that is read stays a promise (browser.py). */
  promise: Promise<unknown> | undefined;
  readonly #pyodide: PyodideAPI;
  readonly #surroundings: Pick<Surroundings, 'onEvent' | 'readInput'>;
  readonly #pythonVersion: string;
  readonly #handover: Handover;
  readonly #flush: () => void;
  #run: OpenRun | null = null;
  #ended = false;
  #seq = 0;
  #place: Place = UNKNOWN_PLACE;

  /** @param enter runs the body of a new thread on a stack of its own. */
  constructor(
    pyodide: PyodideAPI,
    surroundings: Pick<Surroundings, 'onEvent' | 'readInput'>,
    pythonVersion: string,
    enter: (thread: number) => Promise<unknown>,
  ) {
    this.#pyodide = pyodide;
    this.#surroundings = surroundings;
    this.#pythonVersion = pythonVersion;
    this.#handover = new Handover((thread) => enter(thread).catch((error: unknown) => this.failed(error)), new SuspendedFrames(pyodide));
    this.#flush = captureStreams(pyodide, (stream, text) => {
      this.#write(stream, text, this.#place);
      this.#place = UNKNOWN_PLACE;
    });
  }

  /**
   * The run is about to start. Resolves when its `end` event has been given.
   * @param realMs a real clock, in milliseconds.
   */
  open(task: Task, clock: SimulatedClock, realMs: () => number): Promise<void> {
    return new Promise((ended) => {
      this.#run = { task, clock, fold: new OutputFold((write) => this.#log(write), realMs), ended };
    });
  }

  /** The interpreter itself has failed, or the runtime. */
  failed(error: unknown): void {
    if (this.#seq === 0) this.begin();
    this.#record({ kind: 'write', stream: 'stderr', text: `${String(error)}\n`, thread: 1 });
    this.end(1, 'crashed');
  }

  get #open(): OpenRun {
    if (this.#run === null) throw new Error('There is no run yet.');
    return this.#run;
  }

  #record(fields: object): void {
    if (this.#run === null) return;
    this.#run.fold.flush();
    this.#log({ at: microseconds(this.#run.clock), ...fields });
  }

  /** Only what is limited is folded: elsewhere, all of the output is wanted. */
  #write(stream: 'stdout' | 'stderr', text: string, place: Place): void {
    if (this.#run === null) return;
    const { task, clock, fold } = this.#run;
    if (task.limits === null) return this.#record({ kind: 'write', stream, text, ...place });
    fold.write(microseconds(clock), stream, text, place);
    if (fold.writes === task.limits.writes) this.end(LIMIT_STATUS, 'limit');
  }

  #log(fields: object): void {
    if (this.#ended || this.#run === null) return;
    // The Python half writes the fields of the kinds that events.ts declares; tests hold it to that.
    this.#surroundings.onEvent({ seq: this.#seq, ...fields } as RunEvent);
    this.#seq += 1;
    // The page puts an end to the worker then, whatever the program does.
    if (this.#seq === this.#run.task.limits?.events) this.end(LIMIT_STATUS, 'limit');
  }

  // Python's words

  begin(): void {
    const { task, clock } = this.#open;
    clock.begin();
    this.#record({ kind: 'start', python: this.#pythonVersion, epoch: task.epochMs / 1000, filename: task.filename });
  }

  read_clock(): number {
    return this.#open.clock.read();
  }

  peek_clock(): number {
    return this.#open.clock.peek();
  }

  advance_clock(ns: number | bigint): boolean {
    const { task, clock } = this.#open;
    if (task.limits !== null && Number(ns) > task.limits.seconds * NS_PER_S) {
      this.end(LIMIT_STATUS, 'limit');
      return false;
    }
    clock.advanceTo(Number(ns));
    return true;
  }

  charge_work(ns: number): void {
    this.#open.clock.chargeWork(ns);
  }

  work_ns(): number {
    return Math.round(this.#open.clock.worked());
  }

  emit(json: string): void {
    this.#record(JSON.parse(json) as object);
  }

  limit_stack(): void {
    limitStack(this.#pyodide);
  }

  can_switch(): boolean {
    return this.#handover.possible;
  }

  switch_to(me: number, to: number, begins: boolean): void {
    this.promise = this.#handover.switch(me, to, begins);
  }

  leave(to: number, begins: boolean): void {
    this.#handover.leave(to, begins);
  }

  mark_place(json: string): void {
    this.#place = JSON.parse(json) as Place;
  }

  read_input(placeJson: string): void {
    this.#record({ kind: 'input-requested', ...(JSON.parse(placeJson) as object) });
    // Python knows `undefined` as None.
    this.promise = this.#open.clock.standStill(this.#surroundings.readInput()).then((line) => line ?? undefined);
  }

  end(status: number, reason: EndReason): void {
    this.#flush();
    this.#record({ kind: 'end', status, reason });
    this.#ended = true;
    this.#run?.ended();
  }

  never(): void {
    this.promise = new Promise<never>(() => {});
  }
}

/** What the clock says, in seconds, as events carry it. */
function microseconds(clock: SimulatedClock): number {
  return Math.round(clock.peek() / NS_PER_TICK) / (NS_PER_S / NS_PER_TICK);
}
