/**
 * What the player of a timeline asks of whoever keeps the time: the island's Player (src/island/player.ts), which plays
 * output and timeline by one clock. Nothing here knows that class; tests bring their own.
 */
import type { EventLog } from '../../log/events.ts';

/** One picture of a run: the first `visible` events of `log` have happened, and the playhead stands at `at` seconds. */
export interface Frame {
  readonly log: EventLog;
  readonly visible: number;
  readonly at: number;
}

export interface Transport {
  readonly playback: Frame & {
    readonly playing: boolean;
    /** Whether everything known so far has been reached. */
    readonly caughtUp: boolean;
  };
  /** While it plays, frames take turns, 0 to 3, and each draws a part of what is to be read. Null: everything is drawn. */
  readonly turn: number | null;
  play(): void;
  pause(): void;
  /** Puts the playhead right after the first `count` events. */
  seek(count: number): void;
  /** Puts the playhead at an instant, after everything that happened up to and including it. */
  seekTo(seconds: number): void;
  /** Is told of every frame from now on. Gives back how to stop that. */
  add(view: (frame: Frame) => void): () => void;
}
