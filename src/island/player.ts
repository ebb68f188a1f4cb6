/**
 * Plays runs back to whoever shows them: output, clock and timeline. Each of them is a view that is told, once
 * a frame while something moves, how much of which log is to be seen. The player knows no DOM.
 */
import type { RunEvent } from '../log/events.ts';
import { Playback, type Speed } from './playback.ts';

/** One picture of a run: the first `visible` events of `log` have happened, and the playhead stands at `at` seconds. */
export interface Frame {
  readonly log: readonly RunEvent[];
  readonly visible: number;
  readonly at: number;
}

/** Shows frames. A frame may go back in time, and its log may be another one than before: a new run has begun. */
export type View = (frame: Frame) => void;

/** The real world: a clock in milliseconds and a way to be called before the next picture is drawn. */
export interface Stage {
  now(): number;
  nextFrame(callback: () => void): void;
}

const PAGE: Stage = {
  now: () => performance.now(),
  nextFrame: (callback) => {
    requestAnimationFrame(callback);
  },
};

/** See `Player.turn`. */
const TURNS = 4;

export class Player {
  readonly #stage: Stage;
  readonly #views = new Set<View>();
  #playback: Playback;
  #speed: Speed;
  #waitsForFrame = false;
  #turn = 0;

  constructor(speed: Speed, stage: Stage = PAGE) {
    this.#stage = stage;
    this.#speed = speed;
    this.#playback = new Playback(() => stage.now(), speed);
  }

  get playback(): Playback {
    return this.#playback;
  }

  /** What a frame would show that was drawn now. */
  get frame(): Frame {
    const { log, visible, at } = this.#playback;
    return { log, visible, at };
  }

  /**
   * While a run plays, its frames take turns, 0 to 3: to draw all that is to be read would be too much for one frame of a
   * slow machine, and nobody reads sixty sentences a second. Null means that everything is to be drawn now.
   */
  get turn(): number | null {
    const { playing, caughtUp } = this.#playback;
    return playing && !caughtUp ? this.#turn : null;
  }

  /** From now on `view` is shown every frame. Gives back how to take it away again. */
  add(view: View): () => void {
    this.#views.add(view);
    return () => this.#views.delete(view);
  }

  /** A new run begins, with an empty log. */
  open(): void {
    this.#playback = new Playback(() => this.#stage.now(), this.#speed);
    this.#draw();
  }

  append(events: readonly RunEvent[]): void {
    this.#playback.append(events);
    this.#draw();
  }

  play(): void {
    this.#playback.play();
    this.#draw();
  }

  pause(): void {
    this.#playback.pause();
    this.#draw();
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#playback.setSpeed(speed);
    this.#draw();
  }

  /** See `Playback.seek`. Shown at once: who steps sees the step. */
  seek(count: number): void {
    this.#playback.seek(count);
    this.#show();
  }

  /** See `Playback.seekTo`. Shown at once. */
  seekTo(seconds: number): void {
    this.#playback.seekTo(seconds);
    this.#show();
  }

  /** Asks for one frame, and after it for the next as long as the playhead has somewhere to go. */
  #draw(): void {
    if (this.#waitsForFrame) return;
    this.#waitsForFrame = true;
    this.#stage.nextFrame(() => {
      this.#waitsForFrame = false;
      this.#show();
    });
  }

  #show(): void {
    const playback = this.#playback;
    playback.advance();
    this.#turn = (this.#turn + 1) % TURNS;
    const { frame } = this;
    for (const view of this.#views) view(frame);
    if (playback.playing && !playback.caughtUp) this.#draw();
  }
}
