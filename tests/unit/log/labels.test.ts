import { expect, it } from 'vitest';
import { labelsOf } from '../../../src/log/labels.ts';

const task = (name: string, coroutine: string) => ({ name, coroutine });

it('calls a task by the name that the program gave it', () => {
  expect(labelsOf([task('quick', 'worker'), task('slow', 'worker')])).toEqual(['quick', 'slow']);
});

it('calls a task without a name by its function, where that says which', () => {
  expect(labelsOf([task('Task-1', 'main'), task('Task-2', 'work.<locals>.job'), task('Task-3', 'job')])).toEqual(['main', 'job', 'job #2']);
  expect(labelsOf([task('Task-1', 'main'), task('Task-2', 'worker'), task('Task-3', 'worker')])).toEqual(['main', 'Task-2', 'Task-3']);
});

it('numbers equal names', () => {
  expect(labelsOf([{ name: 'MainThread' }, task('same', 'a'), task('same', 'b')])).toEqual(['MainThread', 'same', 'same #2']);
});
