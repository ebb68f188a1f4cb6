/** A lane while its run is being read: spans are closed one by one as the state changes. */
import type { Awaited } from './events.ts';
import type { BlockingSpan, LinePoint, Moment, OverSpan, ReadySpan, Span } from './model.ts';

/** A span without its ends and its line, which the lane knows. */
export type Change =
  | Pick<ReadySpan, 'state' | 'why'>
  | { readonly state: 'running' }
  | Pick<BlockingSpan, 'state' | 'on' | 'until' | 'keeps'>
  | { readonly state: 'waiting'; readonly on: Awaited }
  | Pick<OverSpan, 'state' | 'error'>;

export class OpenLane {
  readonly spans: Span[] = [];
  readonly lines: LinePoint[] = [];
  #now: Change;
  #since: Moment;

  constructor(first: Change, since: Moment) {
    this.#now = first;
    this.#since = since;
  }

  get now(): Change {
    return this.#now;
  }

  get since(): Moment {
    return this.#since;
  }

  get over(): boolean {
    const { state } = this.#now;
    return state === 'done' || state === 'failed' || state === 'cancelled';
  }

  /** From `moment` on, the lane is in another state. */
  become(next: Change, moment: Moment): void {
    this.#close(moment);
    this.#now = next;
    this.#since = moment;
  }

  /** From event `seq` on, the lane is at `line`. */
  goTo(line: number | undefined, seq: number): void {
    if (line === undefined || this.lines.at(-1)?.line === line) return;
    if (this.lines.at(-1)?.seq === seq) this.lines.pop();
    this.lines.push({ seq, line });
  }

  /** The run is over: closes the last span, however short it is. */
  end(moment: Moment): void {
    this.#push(moment);
  }

  #close(to: Moment): void {
    const empty = to.seq === this.#since.seq && to.at === this.#since.at;
    if (!empty) this.#push(to);
  }

  #push(to: Moment): void {
    const line = this.lines.findLast(({ seq }) => seq <= this.#since.seq)?.line;
    this.spans.push({ ...this.#now, from: this.#since, to, ...(line === undefined ? {} : { line }) });
  }
}
