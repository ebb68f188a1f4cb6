/** What a bar says: in the bar, as short as can be; in its tooltip and for screen readers, in full. */
import type { Awaited } from '../log/events.ts';
import { awaitedLanes } from '../log/links.ts';
import { isIdleWorker } from '../log/sentences/context.ts';
import type { BlockingSpan, Lane, LaneId, Span, Timeline } from '../log/model.ts';
import type { TimelineWords } from './words.ts';

export class SpanText {
  readonly #words: TimelineWords;
  readonly #labels: ReadonlyMap<LaneId, string>;

  constructor(timeline: Timeline, words: TimelineWords) {
    this.#words = words;
    this.#labels = new Map(timeline.lanes.map(({ id, label }) => [id, label]));
  }

  /** For inside the bar: what it could say, from long to short. Empty where the bar speaks for itself. */
  short(span: Span): readonly string[] {
    switch (span.state) {
      case 'waiting':
        return span.on.what === 'sleep' ? [this.#awaited(span.on), this.#words.seconds(span.on.seconds)] : [this.#awaited(span.on)];
      case 'blocking': {
        const line = this.#lines(span);
        const [call, time] = this.#blocker(span);
        return [[`${call} ${time}`.trim(), line], [call, line], [call], [line]].map((said) => said.filter((word) => word !== '').join(' · '));
      }
      case 'failed':
        return span.error === undefined ? [] : [span.error.split(':')[0] ?? ''];
      case 'running':
      case 'ready':
      case 'done':
      case 'cancelled':
        return [];
    }
  }

  /** @example 'worker-1: waiting, sleep 0.3 s, line 4, from 0 to 0.3 s' */
  long(lane: Lane, span: Span): string {
    const words = this.#words;
    const over = span.state === 'done' || span.state === 'failed' || span.state === 'cancelled';
    const facts = [
      words.states[span.state],
      this.#detail(span),
      this.#lines(span),
      words.between(span.from.at, over ? span.from.at : span.to.at),
    ];
    return `${lane.label}: ${facts.filter((fact) => fact !== '').join(', ')}`;
  }

  #detail(span: Span): string {
    switch (span.state) {
      case 'ready':
        return this.#words.why[span.why];
      case 'waiting':
        return this.#awaited(span.on);
      case 'blocking': {
        const [what] = this.#blocker(span);
        if (span.keeps.length === 0) return what;
        return `${what}, ${this.#words.keeps(span.keeps.map((task) => this.#label(`task-${task}`)).join(', '))}`;
      }
      case 'failed':
        return span.error ?? '';
      case 'running':
      case 'done':
      case 'cancelled':
        return '';
    }
  }

  /** The line; of work, the lines between which it is done. */
  #lines(span: Span): string {
    if (span.line === undefined) return '';
    const until = span.state === 'blocking' && span.on === undefined ? span.until : undefined;
    return until === undefined || until === span.line ? this.#words.line(span.line) : this.#words.lines(span.line, until);
  }

  #blocker({ on, from, to }: BlockingSpan): readonly [call: string, time: string] {
    const time = this.#words.seconds(to.at - from.at);
    if (on === undefined) return [this.#words.work, time];
    return on.what === 'sleep' ? ['time.sleep', time] : [this.#awaited(on), time];
  }

  #awaited(on: Awaited): string {
    const words = this.#words;
    switch (on.what) {
      case 'sleep':
        return words.sleep(on.seconds);
      case 'task':
      case 'thread':
        return words.awaits(awaitedLanes(on).map((id) => this.#label(id)).join(', '));
      case 'tasks':
        return on.call;
      case 'call':
        return isIdleWorker(on) ? words.idle : on.call;
      case 'executor':
        return words.executor;
      case 'turn':
        return '';
      case 'input':
        return words.input;
      case 'loop':
        return words.idle;
    }
  }

  #label(id: LaneId): string {
    return this.#labels.get(id) ?? id;
  }
}
