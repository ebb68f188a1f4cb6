import { describe, expect, it } from 'vitest';
import { OutputBuffer, textOf } from '../../../src/island/output-buffer.ts';
import { OutputFold, type FoldedWrite, lastLines } from '../../../src/runtime/output-fold.ts';

const PLACE = { thread: 1, line: 3 };

/** A fold, what it has logged, and a real clock in milliseconds that stands still until it is moved. */
function folding() {
  const logged: FoldedWrite[] = [];
  const clock = { ms: 0 };
  const fold = new OutputFold((write) => logged.push(write), () => clock.ms);
  return { fold, logged, clock };
}

/** Shows what has been logged as the page does. */
function shown(logged: readonly FoldedWrite[]): OutputBuffer {
  const buffer = new OutputBuffer();
  for (const { at, stream, text, omittedLines = 0 } of logged) {
    buffer.omit(omittedLines);
    buffer.write(at, stream, text);
  }
  return buffer;
}

describe('output', () => {
  it('is logged as it is written', () => {
    const { fold, logged } = folding();
    fold.write(0.5, 'stdout', 'one\n', PLACE);
    fold.write(0.7, 'stderr', 'two', PLACE);
    expect(logged).toEqual([
      { kind: 'write', at: 0.5, stream: 'stdout', text: 'one\n', ...PLACE },
      { kind: 'write', at: 0.7, stream: 'stderr', text: 'two', ...PLACE },
    ]);
  });

  it('of a million lines has its first and its last ones logged, all counted, and few events', () => {
    const { fold, logged, clock } = folding();
    for (let number = 0; number < 1_000_000; number += 1) {
      clock.ms += 0.01;
      fold.write(number, 'stdout', `${number}\n`, PLACE);
    }
    fold.flush();
    const buffer = shown(logged);
    expect(fold.writes).toBe(1_000_000);
    expect(buffer.count).toBe(1_000_000);
    expect(buffer.first.map(textOf)).toEqual(Array.from({ length: 1000 }, (_, number) => String(number)));
    expect(buffer.last.map(textOf)).toEqual(Array.from({ length: 500 }, (_, number) => String(999_500 + number)));
    expect(logged.length).toBeLessThan(20_200);
  });

  it('stays in its order where the streams change, and where something else is to be logged', () => {
    const { fold, logged } = folding();
    for (let number = 0; number < 20_000; number += 1) fold.write(0, 'stdout', '.', PLACE);
    logged.length = 0;
    fold.write(1, 'stdout', 'a', PLACE);
    fold.write(2, 'stdout', 'b', PLACE);
    expect(logged).toEqual([]);
    fold.write(3, 'stderr', 'c', PLACE);
    fold.flush();
    expect(logged.map(({ at, stream, text }) => [at, stream, text])).toEqual([
      [2, 'stdout', 'ab'],
      [3, 'stderr', 'c'],
    ]);
    fold.flush();
    expect(logged).toHaveLength(2);
  });

  it('in long lines does not fill the log either', () => {
    const { fold, logged, clock } = folding();
    const line = `${'x'.repeat(1_000_000)}\n`;
    for (let number = 0; number < 200; number += 1) {
      clock.ms += 10;
      fold.write(0, 'stdout', line, PLACE);
    }
    fold.flush();
    expect(logged.reduce((characters, { text }) => characters + text.length, 0)).toBeLessThan(24_000_000);
    expect(shown(logged).count).toBe(200);
  });
});

describe('the last lines of a text', () => {
  it('are all of a short one', () => {
    expect(lastLines('one\ntwo\nthr')).toEqual({ kept: 'one\ntwo\nthr', omittedLines: 0 });
  });

  it('are five hundred of a long one, and what is no line yet', () => {
    const text = `${Array.from({ length: 1000 }, (_, number) => number).join('\n')}\nrest`;
    const { kept, omittedLines } = lastLines(text);
    expect([kept.split('\n')[0], kept.split('\n').length, omittedLines]).toEqual(['500', 501, 500]);
  });

  it('have what a spinner shows last', () => {
    expect(lastLines(`${'\r/ at work'.repeat(1000)}\r| done`).kept).toBe('\r| done');
  });
});
