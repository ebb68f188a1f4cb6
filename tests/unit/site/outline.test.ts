import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOutline, sidebarOf } from '../../../src/site/outline.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  await mkdir(join(folder, 'docs/basics'), { recursive: true });
  await writeFile(join(folder, 'docs/basics/tasks.mdx'), '');
});

afterEach(() => rm(folder, { recursive: true }));

const read = async (outline: unknown) => {
  await writeFile(join(folder, 'outline.json'), JSON.stringify(outline));
  return readOutline(pathToFileURL(`${folder}/`));
};
const chapter = { id: 'basics', title: { en: 'Basics', ko: '기초' }, pages: ['tasks'] };

describe('the outline', () => {
  it('becomes a sidebar in both languages, in its order', async () => {
    expect(sidebarOf(await read({ chapters: [chapter] }))).toEqual([
      { label: 'Basics', translations: { ko: '기초' }, items: [{ slug: 'basics/tasks' }] },
    ]);
  });

  it('must name pages that exist', async () => {
    await expect(read({ chapters: [{ ...chapter, pages: ['tasks', 'taks'] }] })).rejects.toThrow(/"taks" of "basics".*does not exist/);
  });

  it('names the pages of the hour among those of its chapters', async () => {
    expect((await read({ hour: ['basics/tasks'], chapters: [chapter] })).hour).toEqual(['basics/tasks']);
    await expect(read({ hour: ['basics/taks'], chapters: [chapter] })).rejects.toThrow(/"basics\/taks" of the hour is in no chapter/);
  });

  it('must have a title in every language', async () => {
    await expect(read({ chapters: [{ ...chapter, title: { en: 'Basics' } }] })).rejects.toThrow(/outline\.json.*shape/s);
  });
});
