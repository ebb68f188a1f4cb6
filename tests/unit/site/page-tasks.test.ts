import { expect, it } from 'vitest';
import { listExercises } from '../../../src/examples/list.ts';
import { isTaskId } from '../../../src/practice/progress.ts';
import { tasksIn, tasksOfPage } from '../../../src/site/page-tasks.ts';

it('the tasks of a page are found wherever their id stands', () => {
  const page = '<Predict\n  id="basics/one"\n  kind="order"\n>\n\n<Exercise title="a > b" id="basics/two">\n\n<Example id="basics/three" title="…" />\n';
  expect(tasksIn(page)).toEqual(['predict/basics/one', 'exercise/basics/two']);
});

it('every page of a chapter names tasks that can be kept', () => {
  const tasks = tasksOfPage('/basics/tasks/');
  expect(tasks).not.toEqual([]);
  expect(tasks.filter((task) => !isTaskId(task))).toEqual([]);
});

it('every exercise has a name that can be kept', () => {
  expect(listExercises().filter((id) => !isTaskId(`exercise/${id}`))).toEqual([]);
});

it('a page that does not exist has none', () => {
  expect(tasksOfPage('/basics/nothing/')).toEqual([]);
});
