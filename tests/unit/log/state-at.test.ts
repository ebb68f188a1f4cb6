import { describe, expect, it } from 'vitest';
import { laneOf, lineAt, momentOf, placesAt, spanAt, timelineOf } from '../../../src/log/timeline.ts';
import { compareMoments } from '../../../src/log/model.ts';
import { randomRun } from './random-run.ts';
import { blockedLoop, twoWorkers } from './stories.ts';

const told = (timeline: ReturnType<typeof timelineOf>, seq: number, at: number): readonly string[] =>
  placesAt(timeline, { seq, at }).map(({ lane, state, line }) => `${lane.label} ${state} ${line ?? ''}`.trim());

describe('the state at a moment', () => {
  it('says where everybody is', () => {
    const timeline = timelineOf(twoWorkers);
    expect(told(timeline, 0, 0)).toEqual(['MainThread running']);
    expect(told(timeline, 6, 0)).toEqual(['MainThread running 12', 'main waiting 10', 'quick running 3', 'slow ready 3']);
    expect(told(timeline, 15, 0.1)).toEqual(['MainThread running 12', 'main waiting 10', 'quick running 5', 'slow waiting 4']);
    expect(told(timeline, 18, 0.1)).toEqual(['MainThread waiting 12', 'main waiting 10', 'slow waiting 4']);
  });

  it('changes while time passes, where somebody becomes ready unnoticed', () => {
    const timeline = timelineOf(blockedLoop);
    expect(told(timeline, 10, 0.05)).toContain('ticker waiting 9');
    expect(told(timeline, 10, 0.2)).toContain('ticker ready 9');
  });

  it('is what reading all spans one by one gives', () => {
    const timeline = timelineOf(randomRun(7, { tasks: 12, events: 600 }));
    for (const step of timeline.steps) {
      const moment = momentOf(timeline, step);
      for (const lane of timeline.lanes) {
        expect(spanAt(lane, moment)).toBe(lane.spans.findLast(({ from }) => compareMoments(from, moment) <= 0));
        expect(lineAt(lane, moment.seq)).toBe(lane.lines.findLast(({ seq }) => seq <= moment.seq)?.line);
      }
    }
  });

  it('finds lanes by id', () => {
    const timeline = timelineOf(twoWorkers);
    expect(laneOf(timeline, 'task-2')?.label).toBe('quick');
    expect(laneOf(timeline, 'task-9')).toBeUndefined();
  });
});
