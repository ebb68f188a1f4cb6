/**
 * Runs of one island, one after another. Loads the runtime when it is first wanted, and lets through only what the
 * latest run reports: whatever a stopped or replaced run still has to say is dropped here, once for all.
 */
import { hasRunHere } from '../runtime/at-hand.ts';
import type { Program, Run, RunOptions, RunReport, Runtime } from '../runtime/runtime.ts';

export type LoadRuntime = () => Promise<Runtime>;

export class Runner {
  readonly #load: LoadRuntime;
  readonly #isOutdated: () => Promise<boolean>;
  readonly #report: (report: RunReport) => void;
  #runtime: Promise<Runtime> | null = null;
  #run: Run | null = null;
  /** Counts runs. A report of a run that is not the latest is late. */
  #latest = 0;

  /** @param isOutdated asked where something could not be loaded: whether it may be gone for good. */
  constructor(load: LoadRuntime, isOutdated: () => Promise<boolean>, report: (report: RunReport) => void) {
    this.#load = load;
    this.#isOutdated = isOutdated;
    this.#report = report;
  }

  /** The reader seems about to run something: fetch Python now. */
  warm(): void {
    this.#ahead((runtime) => runtime.warm());
  }

  /** The reader has come near the program. */
  async prepare(): Promise<void> {
    if (await hasRunHere()) this.#ahead((runtime) => runtime.prepare());
  }

  async start(program: Program, options: RunOptions): Promise<void> {
    this.stop();
    const id = this.#latest;
    try {
      const runtime = await this.#loaded();
      if (id !== this.#latest) return;
      this.#run = runtime.run(program, options, (report) => void this.#hear(id, report));
    } catch (error) {
      await this.#hear(id, { type: 'failed', reason: 'load', detail: String(error) });
    }
  }

  /** Ends the run, if there is one. It reports nothing more. */
  stop(): void {
    this.#latest += 1;
    this.#run?.stop();
    this.#run = null;
  }

  answer(line: string | null): void {
    this.#run?.answer(line);
  }

  /** Passes a report on, in the same turn, but for a failure to load: why it failed is found out first. */
  async #hear(id: number, report: RunReport): Promise<void> {
    const unloadable = report.type === 'failed' && report.reason === 'load';
    const told: RunReport = unloadable && (await this.#isOutdated()) ? { ...report, reason: 'outdated' } : report;
    if (id === this.#latest) this.#report(told);
  }

  /** Before there is a run. A failure is kept for the run itself to tell. */
  #ahead(work: (runtime: Runtime) => void): void {
    this.#loaded().then(work, () => undefined);
  }

  #loaded(): Promise<Runtime> {
    this.#runtime ??= this.#load().catch((error: unknown) => {
      // The next attempt loads anew: the reader may have found the network again.
      this.#runtime = null;
      throw error;
    });
    return this.#runtime;
  }
}
