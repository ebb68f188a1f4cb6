import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newExample, newPage } from '../../../src/scaffold/scaffold.ts';
import { readOutline } from '../../../src/site/outline.ts';

let folder: string;
let content: URL;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync('content/outline.json', join(folder, 'outline.json'));
  cpSync('content/docs', join(folder, 'docs'), { recursive: true });
  content = pathToFileURL(`${folder}/`);
});

afterEach(() => rmSync(folder, { recursive: true }));

const text = (path: string) => readFileSync(new URL(path, content), 'utf8');
const title = { en: 'Two "tasks"', ko: '태스크 "둘"' };

describe('a new example', () => {
  it('is a program in its chapter', () => {
    expect(newExample('basics/two-tasks', content)).toEqual(['examples/basics/two-tasks.py']);
    expect(text('examples/basics/two-tasks.py')).toMatch(/^import asyncio\n[^]*asyncio\.run\(main\(\)\)\n$/);
  });

  it.each([
    ['two-tasks', /"two-tasks" is no name\. Write <chapter>\/<name>/],
    ['basics/Two Tasks', /is no name/],
    ['basics/two_tasks', /is no name/],
    ['../docs/x', /is no name/],
    ['basic/two-tasks', /no chapter "basic"\. Did you mean basics\?/],
  ])('is not named %s', (id, message) => {
    expect(() => newExample(id, content)).toThrow(message);
    expect(existsSync(new URL('examples/', content))).toBe(false);
  });

  it('never takes the place of another', () => {
    newExample('basics/two-tasks', content);
    expect(() => newExample('basics/two-tasks', content)).toThrow('content/examples/basics/two-tasks.py exists already');
  });
});

describe('a new page', () => {
  it('stands in both languages, and last in its chapter', () => {
    expect(newPage({ id: 'basics/two-tasks', title, exercise: true }, content)).toEqual([
      'docs/basics/two-tasks.mdx',
      'docs/ko/basics/two-tasks.mdx',
      'examples/basics/two-tasks-first.py',
      'examples/basics/two-tasks-second.py',
      'examples/basics/predict-two-tasks.py',
      'exercises/basics/two-tasks/start.py',
      'exercises/basics/two-tasks/solution.py',
      'exercises/basics/two-tasks/exercise.json',
      'outline.json',
    ]);
    expect(text('docs/basics/two-tasks.mdx')).toContain('title: "Two \\"tasks\\""\n');
    expect(text('docs/ko/basics/two-tasks.mdx')).toContain('<Exercise id="basics/two-tasks"');
    expect(readOutline(content).chapters[0]?.pages.at(-1)).toBe('two-tasks');
  });

  it('changes nothing else in the outline', () => {
    const before = text('outline.json');
    newPage({ id: 'basics/two-tasks', title, exercise: false }, content);
    expect(text('outline.json').replace(',\n        "two-tasks"', '')).toBe(before);
    expect(text('docs/basics/two-tasks.mdx')).not.toContain('<Exercise');
    expect(existsSync(new URL('exercises/', content))).toBe(false);
  });

  it('is not begun where one of its files exists', () => {
    newExample('basics/predict-two-tasks', content);
    const before = text('outline.json');
    expect(() => newPage({ id: 'basics/two-tasks', title, exercise: false }, content)).toThrow('Nothing was written, for content/examples/basics/predict-two-tasks.py');
    expect(existsSync(new URL('docs/basics/two-tasks.mdx', content))).toBe(false);
    expect(text('outline.json')).toBe(before);
  });

  it.each([
    [{ en: 'Tasks', ko: ' ' }, /one in Korean/],
    [{ en: '태스크', ko: 'Tasks' }, /English title comes first/],
  ])('does not have the titles %j', (wrong, message) => {
    expect(() => newPage({ id: 'basics/two-tasks', title: wrong, exercise: false }, content)).toThrow(message);
  });
});
