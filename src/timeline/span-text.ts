/** What a bar says: in the bar, as short as can be; in its tooltip and for screen readers, in full. */
import type { Awaited } from '../log/events.ts';
import { awaitedLanes } from '../log/links.ts';
import type { Lane, LaneId, Span, Timeline } from '../log/model.ts';
import type { TimelineWords } from './words.ts';

export class SpanText {
  readonly #words: TimelineWords;
  readonly #labels: ReadonlyMap<LaneId, string>;

  constructor(timeline: Timeline, words: TimelineWords) {
    this.#words = words;
    this.#labels = new Map(timeline.lanes.map(({ id, label }) => [id, label]));
  }

  /** For inside the bar. Empty where the bar speaks for itself. */
  short(span: Span): string {
    switch (span.state) {
      case 'waiting':
        return this.#awaited(span.on);
      case 'blocking': {
        const what = span.on === undefined ? this.#words.work : span.on.what === 'sleep' ? `time.${this.#awaited(span.on)}` : this.#awaited(span.on);
        return span.line === undefined ? what : `${what} · ${this.#words.line(span.line)}`;
      }
      case 'failed':
        return span.error?.split(':')[0] ?? '';
      case 'running':
      case 'ready':
      case 'done':
      case 'cancelled':
        return '';
    }
  }

  /** @example 'worker-1: waiting, sleep 0.3 s, line 4, from 0 to 0.3 s' */
  long(lane: Lane, span: Span): string {
    const words = this.#words;
    const over = span.state === 'done' || span.state === 'failed' || span.state === 'cancelled';
    const facts = [
      words.states[span.state],
      this.#detail(span),
      span.line === undefined ? '' : words.line(span.line),
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
        const what = span.on === undefined ? this.#words.work : this.#awaited(span.on);
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

  #awaited(on: Awaited): string {
    const words = this.#words;
    switch (on.what) {
      case 'sleep':
        return words.sleep(on.seconds);
      case 'task':
      case 'thread':
        return words.awaits(awaitedLanes(on).map((id) => this.#label(id)).join(', '));
      case 'tasks':
      case 'call':
        return on.call;
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
