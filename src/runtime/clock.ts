/**
 * The simulated clock: the one clock of everything Python reads. Worker side.
 *
 * Times are nanoseconds since the program started, as integers in a double (exact for 104 days). Waiting costs no real
 * time: when every thread waits, the scheduler calls `advanceTo`. Working costs what `WorkCost` says.
 */
import type { WorkCost } from './runtime.ts';

/**
 * The beginning of each stretch of work is free, so that ordinary programs do not depend on how fast the machine is. What
 * goes beyond is charged; the clock never jumps, so a loop that watches it ends when it means to.
 */
const FREE_WORK_MS = 50;

/**
 * A program that reads the clock this often without ever waiting is watching it (`while monotonic() < end: pass`, or a
 * loop of `sleep(0)`). Where work is free such a program would never end, so from here on each read costs something.
 */
const WATCHING_AFTER_READS = 100_000;
const WATCHING_READ_NS = 10_000;

const NS_PER_MS = 1e6;

export class SimulatedClock {
  #now = 0;
  /** Where the current stretch of work began: on the simulated clock and on the real one. */
  #stretchFrom = 0;
  #stretchRealMs: number;
  #reads = 0;
  #worked = 0;
  readonly #work: WorkCost;
  readonly #realMs: () => number;

  /** @param realMs a real clock, in milliseconds, that nothing has replaced. */
  constructor(work: WorkCost, realMs: () => number) {
    this.#work = work;
    this.#realMs = realMs;
    this.#stretchRealMs = realMs();
  }

  /** The program starts now: what was done to prepare it took no time. */
  begin(): void {
    this.#now = 0;
    this.#stretchFrom = 0;
    this.#stretchRealMs = this.#realMs();
    this.#reads = 0;
    this.#worked = 0;
  }

  /** Reads the clock as the program does. Each read is at least 1 ns after the last: asyncio's timers need it to keep their order. */
  read(): number {
    this.#charge();
    this.#reads += 1;
    this.#now += this.#work === 'free' && this.#reads > WATCHING_AFTER_READS ? WATCHING_READ_NS : 1;
    return this.#now;
  }

  /** Reads the clock without moving it (but for work that has been done). */
  peek(): number {
    this.#charge();
    return this.#now;
  }

  /**
   * A busy thread has worked about so long, by the events it was counted at. Where work costs real time that is charged
   * anyway; where it is free, this lets the deadlines of other threads come.
   */
  chargeWork(ns: number): void {
    if (this.#work === 'free') this.#now += ns;
  }

  /** Everything waits until then. A new stretch of work begins. */
  advanceTo(ns: number): void {
    this.#charge();
    this.#worked += this.#now - this.#stretchFrom;
    if (ns > this.#now) this.#now = ns;
    this.#stretchFrom = this.#now;
    this.#stretchRealMs = this.#realMs();
    this.#reads = 0;
  }

  /** Real time that passes inside `wait` is nobody's work: the reader is typing. */
  async standStill<T>(wait: Promise<T>): Promise<T> {
    const elapsed = this.#realMs() - this.#stretchRealMs;
    try {
      return await wait;
    } finally {
      this.#stretchRealMs = this.#realMs() - elapsed;
    }
  }

  /** What the program worked, as opposed to waited. */
  worked(): number {
    return this.#worked + this.peek() - this.#stretchFrom;
  }

  #charge(): void {
    if (this.#work === 'free') return;
    const chargedMs = this.#realMs() - this.#stretchRealMs - FREE_WORK_MS;
    if (chargedMs <= 0) return;
    this.#now = Math.max(this.#now, this.#stretchFrom + Math.round(chargedMs * NS_PER_MS));
  }
}

const realNow = performance.now.bind(performance);
const realDate = Date.now;

/**
 * Makes the clock the only one there is in this worker: Pyodide reads `performance.now` and `Date.now` for every clock
 * that C code asks for. Before Pyodide loads; `current` says which clock counts now. Where one thread has several
 * interpreters one after another, the last to call has the clock.
 *
 * @param epochMs what the program believes the time is at its start, in ms since 1970 (UTC).
 * @returns the real `performance.now`.
 */
export function replaceClocks(current: () => SimulatedClock | null, epochMs: () => number): () => number {
  performance.now = () => {
    const clock = current();
    return clock === null ? realNow() : clock.read() / NS_PER_MS;
  };
  Date.now = () => {
    const clock = current();
    return clock === null ? realDate() : epochMs() + clock.read() / NS_PER_MS;
  };
  return realNow;
}
