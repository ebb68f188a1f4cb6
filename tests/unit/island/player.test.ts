import { describe, expect, it } from 'vitest';
import { Player, type Frame, type Stage } from '../../../src/island/player.ts';
import { ended, logOf, started, wrote } from './events.ts';

/** A stage whose frames are drawn, and whose clock moves, when a test says so. */
class FakeStage implements Stage {
  milliseconds = 0;
  waiting: (() => void)[] = [];

  now(): number {
    return this.milliseconds;
  }

  nextFrame(callback: () => void): void {
    this.waiting.push(callback);
  }

  draw(seconds = 0): void {
    this.milliseconds += seconds * 1000;
    const due = this.waiting;
    this.waiting = [];
    for (const callback of due) callback();
  }
}

const LOG = logOf(started(), wrote(0, 'a\n'), wrote(0.5, 'b\n'), ended(0.5));

function playerOn(stage: FakeStage) {
  const frames: Frame[] = [];
  const player = new Player(1, stage);
  const remove = player.add((frame) => frames.push(frame));
  return { player, frames, remove, seen: () => frames.map(({ visible, at }) => [visible, at]) };
}

describe('the player', () => {
  it('gives each of four frames its turn while it plays, and everything at once when it rests', () => {
    const stage = new FakeStage();
    const player = new Player(1, stage);
    const turns: (number | null)[] = [];
    player.add(() => turns.push(player.turn));
    player.append(LOG);
    for (let frame = 0; frame < 5; frame += 1) stage.draw(0.05);
    expect(new Set(turns)).toEqual(new Set([0, 1, 2, 3]));
    expect(turns[4]).toBe(turns[0]);
    player.pause();
    stage.draw();
    expect(turns.at(-1)).toBeNull();
    player.play();
    stage.draw(1);
    // The end is shown as a whole.
    expect(turns.at(-1)).toBeNull();
  });

  it('draws a frame after another until all is shown, and then rests', () => {
    const stage = new FakeStage();
    const { player, seen } = playerOn(stage);
    player.append(LOG);
    stage.draw();
    stage.draw(0.25);
    stage.draw(0.25);
    expect(seen()).toEqual([
      [2, 0],
      [2, 0.25],
      [4, 0.5],
    ]);
    expect(stage.waiting).toEqual([]);
  });

  it('draws once a frame, however much arrives', () => {
    const stage = new FakeStage();
    const { player } = playerOn(stage);
    for (const event of LOG) player.append([event]);
    expect(stage.waiting.length).toBe(1);
  });

  it('rests while paused', () => {
    const stage = new FakeStage();
    const { player, seen } = playerOn(stage);
    player.append(LOG);
    player.pause();
    stage.draw(9);
    expect(seen()).toEqual([[2, 0]]);
    expect(stage.waiting).toEqual([]);
  });

  it('begins a new run with another, empty log', () => {
    const stage = new FakeStage();
    const { player, frames } = playerOn(stage);
    player.append(LOG);
    stage.draw();
    player.open();
    stage.draw();
    expect(frames[1]).toEqual({ log: [], visible: 0, at: 0 });
    expect(frames[1]?.log).not.toBe(frames[0]?.log);
  });

  it('shows nothing to a view that was taken away', () => {
    const stage = new FakeStage();
    const { player, frames, remove } = playerOn(stage);
    remove();
    player.append(LOG);
    stage.draw();
    expect(frames).toEqual([]);
  });
});
