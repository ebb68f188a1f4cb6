import { beforeEach, describe, expect, it } from 'vitest';
import { Player } from '../../../../src/island/player.ts';
import { timelineOf } from '../../../../src/log/timeline.ts';
import { Walk } from '../../../../src/timeline/player/walk.ts';
import { blockedLoop, twoWorkers } from '../../log/stories.ts';

/** The real world of a test: time passes, and pictures are drawn, when the test says so. */
class FakeStage {
  ms = 0;
  #next: (() => void)[] = [];

  now(): number {
    return this.ms;
  }

  nextFrame(callback: () => void): void {
    this.#next.push(callback);
  }

  passes(ms: number): void {
    this.ms += ms;
    const due = this.#next;
    this.#next = [];
    for (const callback of due) callback();
  }
}

describe('walking through a run', () => {
  const timeline = timelineOf(twoWorkers);
  const last = timeline.steps.length - 1;
  let stage: FakeStage;
  let player: Player;
  let walk: Walk;

  beforeEach(() => {
    stage = new FakeStage();
    player = new Player(1, stage);
    player.append(twoWorkers);
    player.pause();
    walk = new Walk(player, timeline);
    walk.toEnd();
  });

  const here = (): number => walk.step?.index ?? -1;

  it('goes through every step, forward and back, and stops at both ends', () => {
    walk.toStart();
    const forward = [here()];
    for (let n = 0; n < last + 2; n += 1) {
      walk.stepForward();
      forward.push(here());
    }
    expect(forward).toEqual([...Array.from({ length: last + 1 }, (_, index) => index), last, last]);
    for (let index = last - 1; index >= 0; index -= 1) {
      walk.stepBack();
      expect(here()).toBe(index);
    }
    walk.stepBack();
    expect(here()).toBe(0);
  });

  it('shows at each step exactly the events up to its last', () => {
    for (const step of timeline.steps) {
      walk.goTo(step.index);
      expect(player.playback.visible).toBe(step.last + 1);
    }
  });

  it('plays from the start when it stands at the end, at the pace of the program', () => {
    walk.playOrPause();
    stage.passes(50);
    expect(player.playback.at).toBeCloseTo(0.05);
    expect(timeline.steps[here()]?.what.kind).toBe('blocked');
    stage.passes(60);
    expect(player.playback.at).toBeCloseTo(0.11);
    stage.passes(1000);
    expect(walk.atEnd).toBe(true);
  });

  it('plays faster and slower', () => {
    player.setSpeed(4);
    walk.playOrPause();
    stage.passes(25);
    expect(player.playback.at).toBeCloseTo(0.1);
    player.setSpeed(0.25);
    stage.passes(100);
    expect(player.playback.at).toBeCloseTo(0.125);
    player.setSpeed(Infinity);
    stage.passes(1);
    expect(walk.atEnd).toBe(true);
  });

  it('pauses, and goes on from there', () => {
    walk.playOrPause();
    stage.passes(50);
    walk.playOrPause();
    stage.passes(500);
    expect(player.playback.at).toBeCloseTo(0.05);
    walk.playOrPause();
    stage.passes(20);
    expect(player.playback.at).toBeCloseTo(0.07);
  });

  it('pauses when the reader steps', () => {
    walk.playOrPause();
    stage.passes(50);
    walk.stepForward();
    stage.passes(500);
    expect(player.playback.playing).toBe(false);
    expect(timeline.steps[here()]?.at).toBe(0.1);
  });

  it('steps back, from the middle of a stretch of time, to where that began', () => {
    walk.playOrPause();
    stage.passes(50);
    const idle = here();
    walk.stepBack();
    expect(here()).toBe(idle);
    expect(player.playback.at).toBe(0);
    walk.stepBack();
    expect(here()).toBe(idle - 1);
  });

  it('scrubs to where the pointer is: to steps and into the time between them', () => {
    const { axis, steps } = timeline;
    for (const step of steps) {
      walk.scrubTo(axis.playhead(step.index, step.at));
      expect(here()).toBe(step.index);
      if (step.lasts === 0) continue;
      walk.scrubTo(axis.playhead(step.index, step.at + step.lasts / 2));
      expect(here()).toBe(step.index);
      expect(player.playback.at).toBeCloseTo(step.at + step.lasts / 2);
    }
    walk.scrubTo(0);
    expect(here()).toBe(0);
    walk.scrubTo(1);
    expect(here()).toBe(last);
  });

  it('goes on with another run', () => {
    const other = timelineOf(blockedLoop);
    player.open();
    player.append(blockedLoop);
    walk.timeline = other;
    walk.toEnd();
    expect(walk.step).toBe(other.steps.at(-1));
  });
});
