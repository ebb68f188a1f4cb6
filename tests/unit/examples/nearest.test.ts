import { expect, test } from 'vitest';
import { nearest } from '../../../src/examples/nearest.ts';

test('what is most like a text comes first', () => {
  expect(nearest('basics/task-names', ['home/wait', 'basics/task-name'])).toEqual(['basics/task-name', 'home/wait']);
  expect(nearest('abc', ['xyz', 'abd', 'abc', 'ab', ''], 2)).toEqual(['abc', 'abd']);
});
