/** Walking through a run step by step: the player's commands, as what they ask of the transport. Knows no DOM and no clock. */
import type { Timeline } from '../../log/model.ts';
import type { Step } from '../../log/steps.ts';
import type { Transport } from './transport.ts';

/** Time that passes in less is not seen; see `stepBack`. */
const NOTICEABLE_SECONDS = 0.001;

/** The step that happened last when `visible` events are to be seen; undefined before the first. */
export function stepShown(timeline: Timeline, visible: number): Step | undefined {
  const { steps } = timeline;
  let low = -1;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((steps[middle]?.first ?? 0) < visible) low = middle;
    else high = middle - 1;
  }
  return steps[low];
}

export class Walk {
  readonly #transport: Transport;
  #timeline: Timeline;

  constructor(transport: Transport, timeline: Timeline) {
    this.#transport = transport;
    this.#timeline = timeline;
  }

  set timeline(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** The step that has happened last. */
  get step(): Step | undefined {
    return stepShown(this.#timeline, this.#transport.playback.visible);
  }

  get atEnd(): boolean {
    return this.#transport.playback.visible >= this.#timeline.log.length;
  }

  /** Plays from where the playhead stands, or from the start where it stands at the end; pauses a run that plays. */
  playOrPause(): void {
    const { playing, caughtUp } = this.#transport.playback;
    if (playing && !caughtUp) return this.#transport.pause();
    if (this.atEnd) this.#transport.seek(0);
    this.#transport.play();
  }

  /** To the step before; from the middle of a stretch of time, to where that began. */
  stepBack(): void {
    const { step } = this;
    if (step === undefined) return;
    const within = this.#transport.playback.at - step.at > NOTICEABLE_SECONDS && step.lasts > 0;
    this.goTo(within ? step.index : step.index - 1);
  }

  stepForward(): void {
    this.goTo((this.step?.index ?? -1) + 1);
  }

  toStart(): void {
    this.goTo(0);
  }

  toEnd(): void {
    this.goTo(this.#timeline.steps.length - 1);
  }

  /** Pauses right after a step; numbers beyond the ends mean the ends. */
  goTo(index: number): void {
    const { steps } = this.#timeline;
    const step = steps[Math.max(0, Math.min(index, steps.length - 1))];
    if (step === undefined) return;
    this.#transport.pause();
    this.#transport.seek(step.last + 1);
  }

  /** Pauses at a position of the axis, 0 to 1: after a step, or in the time that passes after it. */
  scrubTo(position: number): void {
    const { index, at } = this.#timeline.axis.locate(position);
    const step = this.#timeline.steps[index];
    if (step === undefined) return;
    if (at <= step.at) return this.goTo(index);
    this.#transport.pause();
    this.#transport.seekTo(at);
  }
}
