import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/log/events.ts';
import { Gaps } from '../../../src/log/gaps.ts';

type Kind = RunEvent['kind'];

/** Seconds before the last of these events, of which each is told by its kind and its time. */
function before(...events: readonly (readonly [Kind, number])[]): number {
  const gaps = new Gaps();
  let last = NaN;
  for (const [kind, at] of events) last = gaps.before({ kind, at } as RunEvent);
  return last;
}

const WORK = 0.005;
const WAIT = 0.00002;

describe('time that passes between two events', () => {
  it('is the difference of their times', () => {
    expect(before(['start', 0], ['write', 1.5], ['end', 2])).toBe(0.5);
    expect(before(['write', 0.25])).toBe(0.25);
  });

  it('is none below a hundredth of a second of work, and below ten microseconds of waiting', () => {
    expect(before(['start', 1], ['write', 1.0099])).toBe(0);
    expect(before(['start', 0], ['write', 0.01])).toBe(0.01);
    expect(before(['thread-blocked', 0], ['thread-resumed', 0.000009])).toBe(0);
    expect(before(['thread-blocked', 0], ['thread-resumed', 0.00001])).toBe(0.00001);
  });

  it('is work at first', () => {
    expect(before(['write', WORK])).toBe(0);
  });

  it.each(['thread-blocked', 'thread-finished'] as const)('is waiting after %s', (kind) => {
    expect(before([kind, 0], ['thread-resumed', WAIT])).toBe(WAIT);
  });

  it.each([
    'start', 'write', 'task-created', 'task-stepped', 'task-suspended', 'task-woken', 'task-cancel-requested', 'task-finished', 'thread-started',
    'thread-resumed', 'input-requested', 'end',
  ] as const)('is work after %s', (kind) => {
    expect(before(['thread-blocked', 0], [kind, 0], ['write', WORK])).toBe(0);
  });

  it('is what it was after a thread was woken', () => {
    expect(before(['thread-blocked', 0], ['thread-woken', 0], ['thread-resumed', WAIT])).toBe(WAIT);
    expect(before(['write', 0], ['thread-woken', 0], ['thread-resumed', WAIT])).toBe(0);
  });
});
