/** A page and an example are added by files in `content/` alone: in a copy of it everything that can be checked there is right. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { countContent } from '../../src/site/content-count.ts';

const repository = process.cwd();

/** Four commands one after the other, two of which start Python. */
const TIMEOUT_MS = 240_000;

it('a page made by npm run new:page lacks only what is its author’s to write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-live-'));
  try {
    cpSync('content', join(folder, 'content'), { recursive: true });
    const content = pathToFileURL(`${folder}/content/`);
    const missing = async () => {
      const count = await countContent(content);
      return [...count.chapters.flatMap((chapter) => chapter.missing), ...count.missing];
    };
    const npmRun = (script: string, ...words: string[]) => {
      const { CI: _, ...environment } = process.env;
      const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(repository, `src/cli/${script}.ts`), ...words], {
        cwd: folder,
        env: environment,
        encoding: 'utf8',
      });
      expect(status, `${stdout}${stderr}`).toBe(0);
      return stdout;
    };

    const said = npmRun('new-page', 'basics/a-new-page', 'A new page', '새 페이지', '--exercise');
    expect(said).toContain('npm run examples:record -- basics/a-new-page basics/predict-a-new-page');
    npmRun('new-example', 'basics/one-more');
    expect(await missing()).toContain('content/examples/basics/one-more.py: no page shows it.');

    npmRun('examples-record', 'basics/a-new-page', 'basics/predict-a-new-page', 'basics/one-more');
    npmRun('exercises-check', 'basics/a-new-page');
    for (const language of ['', 'ko/']) {
      const page = new URL(`docs/${language}basics/a-new-page.mdx`, content);
      const shown = readFileSync(page, 'utf8').replace(/(<Example[^>]*-second"[^>]*>)/, '$1\n\n<Example id="basics/one-more" title="One more" />');
      writeFileSync(page, shown);
    }
    const left = await missing();
    expect(left.length).toBeGreaterThan(10);
    expect(left.filter((sentence) => !/a-new-page\.mdx:\d+: still to be written: /.test(sentence))).toEqual([]);

    for (const language of ['', 'ko/']) {
      const page = new URL(`docs/${language}basics/a-new-page.mdx`, content);
      writeFileSync(page, readFileSync(page, 'utf8').replaceAll('✎', 'Now'));
    }
    expect(await missing()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, TIMEOUT_MS);
