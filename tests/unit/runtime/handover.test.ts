import { expect, test } from 'vitest';
import { Handover } from '../../../src/runtime/handover.ts';
import type { SuspendedFrames } from '../../../src/runtime/suspended-frames.ts';

/** Says what happens to the frames of threads, named by 100 times their number. */
class ToldFrames implements Pick<SuspendedFrames, 'current' | 'hide' | 'show'> {
  thread = 1;
  readonly #tell: (what: string) => void;

  constructor(tell: (what: string) => void) {
    this.#tell = tell;
  }

  current(): number {
    return 100 * this.thread;
  }

  hide(state: number): void {
    this.#tell(`hide ${state}`);
  }

  show(state: number): void {
    this.#tell(`show ${state}`);
  }
}

test('two threads take turns: each is hidden while the other has the interpreter', async () => {
  const told: string[] = [];
  const frames = new ToldFrames((what) => told.push(what));
  const second = async (): Promise<void> => {
    told.push('second begins');
    frames.thread = 2;
    await handover.switch(2, 1, false);
    told.push('second goes on');
    handover.leave(1, false);
  };
  // SuspendedFrames has private fields, which no stand-in can have.
  const handover = new Handover((thread) => (told.push(`enter ${thread}`), second()), frames as unknown as SuspendedFrames);

  const first = handover.switch(1, 2, true);
  // Who hands over is suspended first.
  expect(told).toEqual([]);
  await first;
  told.push('first goes on');
  frames.thread = 1;
  await handover.switch(1, 2, false);
  told.push('first ends');
  expect(told).toEqual([
    'hide 100', 'enter 2', 'second begins', 'hide 200', 'show 100', 'first goes on',
    'hide 100', 'show 200', 'second goes on', 'show 100', 'first ends',
  ]);
});

test('it is possible where a call can be suspended', () => {
  expect(new Handover(() => Promise.resolve(), new ToldFrames(() => {}) as unknown as SuspendedFrames).possible).toBe(true);
});

test('nobody is woken who does not wait', () => {
  const entered: number[] = [];
  const handover = new Handover((thread) => Promise.resolve(entered.push(thread)), new ToldFrames(() => {}) as unknown as SuspendedFrames);
  handover.leave(7, false);
  expect(entered).toEqual([]);
});
