import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { listExamples, listExercises } from '../../../src/examples/list.ts';
import { nearest } from '../../../src/examples/nearest.ts';

let folder: string | undefined;

async function contentWith(files: readonly string[]): Promise<URL> {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  for (const file of files) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), '');
  }
  return pathToFileURL(`${folder}/`);
}

afterEach(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true });
  folder = undefined;
});

describe('listExamples', () => {
  it('gives every program in a chapter, in alphabetical order, and nothing else', async () => {
    const content = await contentWith(['examples/b/two.py', 'examples/a/one.py', 'examples/a/one.out', 'examples/a/one.json', 'examples/README.md']);
    expect(listExamples(content)).toEqual(['a/one', 'b/two']);
  });

  it('gives nothing where there is no folder', async () => {
    expect(listExamples(await contentWith([]))).toEqual([]);
  });
});

describe('listExercises', () => {
  it('gives every folder that describes an exercise', async () => {
    const content = await contentWith(['exercises/a/mend/exercise.json', 'exercises/a/mend/start.py', 'exercises/a/draft/start.py']);
    expect(listExercises(content)).toEqual(['a/mend']);
  });
});

describe('nearest', () => {
  it('puts the id with the fewest letters changed first', () => {
    expect(nearest('basics/task-nmes', ['home/hello', 'basics/gather', 'basics/task-names'], 2)).toEqual(['basics/task-names', 'basics/gather']);
  });
});
