import { beforeEach, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../src/log/events.ts';
import { EventBatch } from '../../../src/runtime/batch.ts';

/** Real time as the test wants it, in milliseconds. */
let now = 0;
let sent: (readonly RunEvent[])[] = [];
let batch: EventBatch;

beforeEach(() => {
  now = 0;
  sent = [];
  batch = new EventBatch((events) => sent.push(events), () => now);
});

const wrote = (seq: number): RunEvent => ({ kind: 'write', seq, at: 0, stream: 'stdout', text: 'x', thread: 1 });
const stepped = (seq: number): RunEvent => ({ kind: 'task-stepped', seq, at: 0, thread: 1, task: 1 });
const sizes = (): readonly number[] => sent.map(({ length }) => length);

test('what a task does waits for its batch, and nothing is lost or given twice', () => {
  for (let seq = 0; seq < 1_234; seq += 1) batch.add(stepped(seq));
  batch.flush();
  batch.flush();
  expect(sizes()).toEqual([500, 500, 234]);
  expect(sent.flat().map(({ seq }) => seq)).toEqual(Array.from({ length: 1_234 }, (_, seq) => seq));
});

test('a program that works for long is seen to do something twenty times a second', () => {
  batch.add(stepped(0));
  now = 49;
  batch.add(stepped(1));
  expect(sizes()).toEqual([]);
  now = 50;
  batch.add(stepped(2));
  expect(sizes()).toEqual([3]);
  now = 99;
  batch.add(stepped(3));
  expect(sizes()).toEqual([3]);
});

test.each<RunEvent>([
  { kind: 'start', seq: 0, at: 0, python: '3.14.2', epoch: 0, filename: 'p.py' },
  { kind: 'end', seq: 0, at: 0, status: 0, reason: 'finished' },
  { kind: 'input-requested', seq: 0, at: 0, thread: 1 },
])('$kind goes at once', (event) => {
  batch.add(event);
  expect(sizes()).toEqual([1]);
});

describe('output', () => {
  test('goes at once, until it becomes a flood', () => {
    for (let seq = 0; seq < 150; seq += 1) batch.add(wrote(seq));
    expect(sizes()).toEqual(Array(100).fill(1));
  });

  test('goes at once again after a pause', () => {
    for (let seq = 0; seq < 150; seq += 1) batch.add(wrote(seq));
    now = 60;
    batch.add(wrote(150));
    expect(sent.at(-1)).toHaveLength(51);
    batch.add(wrote(151));
    expect(sent.at(-1)).toHaveLength(1);
  });
});
