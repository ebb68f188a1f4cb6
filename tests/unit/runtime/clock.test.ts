import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SimulatedClock, replaceClocks } from '../../../src/runtime/clock.ts';

const MS = 1e6;

/** Real time as the test wants it, in milliseconds. */
let real = 0;
const realMs = (): number => real;

beforeEach(() => {
  real = 1000;
});

describe('where work is free', () => {
  test('each read is a nanosecond after the last, however long the work', () => {
    const clock = new SimulatedClock('free', realMs);
    real += 5000;
    expect([clock.read(), clock.read(), clock.peek(), clock.read()]).toEqual([1, 2, 2, 3]);
  });

  test('waiting moves it there, and never back', () => {
    const clock = new SimulatedClock('free', realMs);
    clock.advanceTo(500 * MS);
    expect(clock.peek()).toBe(500 * MS);
    clock.advanceTo(400 * MS);
    expect(clock.peek()).toBe(500 * MS);
  });

  test('a program that does nothing but watch it sees it move on, until it waits', () => {
    const clock = new SimulatedClock('free', realMs);
    for (let n = 0; n < 100_000; n += 1) clock.read();
    expect(clock.peek()).toBe(100_000);
    expect(clock.read()).toBe(110_000);
    clock.advanceTo(MS);
    expect(clock.read()).toBe(MS + 1);
  });

  test('the work of a busy thread is charged by what was counted', () => {
    const clock = new SimulatedClock('free', realMs);
    clock.chargeWork(3 * MS);
    expect(clock.peek()).toBe(3 * MS);
    clock.advanceTo(10 * MS);
    clock.chargeWork(MS);
    expect(clock.worked()).toBe(4 * MS);
  });
});

describe('where work costs real time', () => {
  test('a stretch costs what goes beyond its free beginning', () => {
    const clock = new SimulatedClock('real', realMs);
    real += 50;
    expect(clock.peek()).toBe(0);
    real += 200;
    expect(clock.peek()).toBe(200 * MS);
    expect(clock.read()).toBe(200 * MS + 1);
  });

  test('each wait begins another stretch', () => {
    const clock = new SimulatedClock('real', realMs);
    real += 150;
    clock.advanceTo(1000 * MS);
    expect(clock.worked()).toBe(100 * MS);
    real += 40;
    expect(clock.peek()).toBe(1000 * MS);
    real += 20;
    expect(clock.peek()).toBe(1010 * MS);
    expect(clock.worked()).toBe(110 * MS);
  });

  test('what is counted costs nothing more', () => {
    const clock = new SimulatedClock('real', realMs);
    clock.chargeWork(3 * MS);
    expect(clock.peek()).toBe(0);
  });

  test('a reader who types costs nothing, also one who ends the input', async () => {
    const clock = new SimulatedClock('real', realMs);
    real += 30;
    const line = clock.standStill(
      Promise.resolve().then(() => {
        real += 60_000;
        return 'typed';
      }),
    );
    expect(await line).toBe('typed');
    expect(clock.peek()).toBe(0);
    await expect(clock.standStill(Promise.reject(new Error('closed')))).rejects.toThrow('closed');
    real += 30;
    expect(clock.peek()).toBe(10 * MS);
  });
});

test('what was done before the program begins took no time', () => {
  const clock = new SimulatedClock('real', realMs);
  real += 900;
  clock.read();
  clock.advanceTo(5000 * MS);
  clock.begin();
  expect([clock.peek(), clock.worked()]).toEqual([0, 0]);
  expect(clock.read()).toBe(1);
});

describe('in place of the real clocks', () => {
  const kept = { performanceNow: performance.now, dateNow: Date.now };
  afterEach(() => {
    performance.now = kept.performanceNow;
    Date.now = kept.dateNow;
    vi.useRealTimers();
  });

  test('both say the program’s time once it runs, and the real one before', () => {
    let clock: SimulatedClock | null = null;
    const realNow = replaceClocks(() => clock, () => 1_700_000_000_000);
    expect(performance.now()).toBeGreaterThan(0);
    expect(Math.abs(Date.now() - kept.dateNow())).toBeLessThan(1000);
    clock = new SimulatedClock('free', realMs);
    clock.advanceTo(250 * MS);
    expect(performance.now()).toBeCloseTo(250, 5);
    expect(Date.now()).toBeCloseTo(1_700_000_000_250, 3);
    expect(realNow()).toBeGreaterThan(0);
    expect(realNow()).not.toBeCloseTo(250, 5);
  });
});
