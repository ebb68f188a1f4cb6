import { describe, expect, it } from 'vitest';
import { bufferOf, OutputBuffer, textOf } from '../../../src/island/output-buffer.ts';

type Write = readonly [at: number, text: string, stream?: 'stdout' | 'stderr' | 'input'];

function written(...writes: readonly Write[]): OutputBuffer {
  const buffer = new OutputBuffer();
  for (const [at, text, stream = 'stdout'] of writes) buffer.write(at, stream, text);
  return buffer;
}

function texts(buffer: OutputBuffer): string[] {
  return [...buffer.first, ...buffer.last].map(textOf);
}

describe('the output buffer', () => {
  it('makes lines of writes, however they are cut', () => {
    expect(texts(written([0, 'one'], [0, '\n'], [0, 'two\nth'], [0.1, 'ree\n\n']))).toEqual(['one', 'two', 'three', '']);
  });

  it('gives a line the time at which it was begun', () => {
    const buffer = written([0.1, 'waiting'], [0.9, ' done\n'], [1, 'next\n']);
    expect(buffer.first.map(({ at }) => at)).toEqual([0.1, 1]);
  });

  it('rewrites a line after a carriage return, and gives it the time of its last writing', () => {
    const buffer = written([0, '\r| thinking'], [0.1, '\r/ thinking'], [0.2, '\r- thinking'], [0.3, '\rdone      \n']);
    expect(texts(buffer)).toEqual(['done      ']);
    expect(buffer.first[0]?.at).toBe(0.3);
  });

  it('leaves of the old line what the new one does not cover, as a terminal does', () => {
    expect(texts(written([0, 'abcdef\rXY\n']))).toEqual(['XYcdef']);
    expect(texts(written([0, 'abc\b\bX\n']))).toEqual(['aXc']);
  });

  it('takes a carriage return before a newline for a line end', () => {
    expect(texts(written([0, 'one\r\ntwo\r\n']))).toEqual(['one', 'two']);
  });

  it('counts characters as a reader does, not code units', () => {
    expect(texts(written([0, '🐍🐍🐍\rab\n']))).toEqual(['ab🐍']);
  });

  it('tells apart who wrote which part of a line', () => {
    const [line] = written([0, 'out '], [0, 'err', 'stderr'], [0, 'or', 'stderr'], [0, ' Ann\n', 'input']).first;
    expect(line?.segments).toEqual([
      { origin: 'stdout', text: 'out ' },
      { origin: 'stderr', text: 'error' },
      { origin: 'input', text: ' Ann' },
    ]);
  });

  it('does not show escape sequences, even cut in two', () => {
    expect(texts(written([0, '\x1b[1;31mred\x1b[0m\n'], [0, 'a\x1b['], [0, '32mb\n']))).toEqual(['red', 'ab']);
    expect(texts(written([0, '\x1b]8;;https://example.org\x07link\x1b]8;;\x1b\\\n']))).toEqual(['link']);
  });

  it('erases where a program erases its line', () => {
    expect(texts(written([0, 'long text\r\x1b[Kok\n']))).toEqual(['ok']);
    expect(texts(written([0, 'long text\x1b[2K\rok\n']))).toEqual(['ok       ']);
  });

  it('keeps the first and the last of a million lines and counts the rest', () => {
    const buffer = new OutputBuffer();
    for (let number = 0; number < 1_000_000; number += 1) buffer.write(0, 'stdout', `${number}\n`);
    const last = buffer.last;
    expect(buffer.count).toBe(1_000_000);
    expect(buffer.first.length + buffer.omittedLines + last.length).toBe(1_000_000);
    expect(buffer.first.at(-1)?.number).toBe(buffer.first.length - 1);
    expect(last[0]?.number).toBe(1_000_000 - last.length);
    expect(last.map(textOf)).toEqual(last.map(({ number }) => String(number)));
  });

  it('counts lines that were never kept; the first of them goes on where the output stands', () => {
    const buffer = written([0, 'one\ntw']);
    buffer.omit(3);
    buffer.write(0, 'stdout', 'five\n');
    expect(texts(buffer)).toEqual(['one', 'tw', 'five']);
    expect([buffer.count, buffer.omittedLines, buffer.last[0]?.number]).toEqual([5, 2, 4]);
  });

  it('has no gap where there is nothing to leave out', () => {
    const buffer = written([0, 'x\n'.repeat(1500)]);
    expect(buffer.omittedLines).toBe(0);
    expect([...buffer.first, ...buffer.last].map(({ number }) => number)).toEqual(Array.from({ length: 1500 }, (_, n) => n));
  });

  it('shows the beginning of a line without end, and counts what follows', () => {
    const buffer = new OutputBuffer();
    for (let count = 0; count < 100_000; count += 1) buffer.write(0, 'stdout', '.');
    const [line] = buffer.first;
    expect(line && textOf(line).length + line.omittedCharacters).toBe(100_000);
  });

  it('shows a recording as it shows a run', () => {
    const line = { stream: 'stdout', partial: false } as const;
    const buffer = bufferOf([
      { ...line, at: 0, text: '\r| wait', partial: true },
      { ...line, at: 0.1, text: '\r/ wait' },
      { ...line, at: 0.2, text: 'done' },
    ]);
    expect(texts(buffer)).toEqual(['/ wait', 'done']);
  });
});
