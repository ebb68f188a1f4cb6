/** What one more page and example cost `npm run build`, where there are about 40 pages and where there are about 400. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowId } from '../rows.ts';
import type { Sampler } from '../samples.ts';

/** A copy of the project in which it grows. Inside the repository, so that it finds its node_modules. */
const COPY = '.cache/bench-build';
const COPIED = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'site.env', 'content/examples/home', 'content/docs/index.mdx', 'content/docs/ko/index.mdx'];
const SINGLE_PAGES = ['glossary', 'playground', 'progress'];
/** What each page is a copy of, with an example of its own. */
const MODEL = { page: 'basics/end-of-main', example: 'basics/leftover-cancelled' } as const;
const PAGES_IN_CHAPTER = 10;

/** Builds with so many pages are compared, and what lies between is divided: wide enough for noise not to matter. */
const SPANS: readonly { readonly row: RowId; readonly from: number; readonly to: number }[] = [
  { row: 'build-40', from: 20, to: 60 },
  { row: 'build-400', from: 300, to: 500 },
];

/** A page is an article in both languages with one example. The cost is in seconds of real time. */
export function measureBuild(rounds: number, sampler: Sampler): void {
  for (let round = 0; round < rounds; round += 1) {
    for (const { row, from, to } of SPANS) sampler.add(row, 'site', (buildSeconds(to) - buildSeconds(from)) / (to - from));
  }
  rmSync(COPY, { recursive: true, force: true });
}

function buildSeconds(pages: number): number {
  grow(pages);
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--env-file=site.env', '../../node_modules/astro/bin/astro.mjs', 'build'], { cwd: COPY, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The site does not build with ${pages} pages:\n${`${stdout}${stderr}`.slice(-3000)}`);
  return (performance.now() - began) / 1000;
}

/** Makes the copy anew, with that many pages and nothing cached. */
function grow(pages: number): void {
  rmSync(COPY, { recursive: true, force: true });
  for (const path of [...COPIED, ...SINGLE_PAGES.flatMap((page) => [`content/docs/${page}.mdx`, `content/docs/ko/${page}.mdx`])]) {
    cpSync(path, join(COPY, path), { recursive: true });
  }
  for (const file of readdirSync('content')) if (file.endsWith('.json')) cpSync(`content/${file}`, join(COPY, 'content', file));
  const chapters = Array.from({ length: Math.ceil(pages / PAGES_IN_CHAPTER) }, (_, index) => ({
    id: `chapter-${index + 1}`,
    title: { en: `Chapter ${index + 1}`, ko: `${index + 1}장` },
    pages: Array.from({ length: Math.min(PAGES_IN_CHAPTER, pages - index * PAGES_IN_CHAPTER) }, (__, page) => `page-${page + 1}`),
  }));
  write('content/outline.json', JSON.stringify({ chapters }));
  for (const chapter of chapters) {
    for (const page of chapter.pages) {
      const id = `${chapter.id}/${page}`;
      for (const kind of ['py', 'out', 'events']) write(`content/examples/${id}.${kind}`, readFileSync(`content/examples/${MODEL.example}.${kind}`, 'utf8').replaceAll('leftover-cancelled', page));
      for (const folder of ['content/docs', 'content/docs/ko']) write(`${folder}/${id}.mdx`, article(readFileSync(`${folder}/${MODEL.page}.mdx`, 'utf8'), id));
    }
  }
}

/** The text of `model` under a title of its own, with no figure but one example. */
function article(model: string, id: string): string {
  const [head = '', ...rest] = model.split(/^---$/m).slice(1);
  const prose = rest
    .join('---')
    .split(/\n{2,}/)
    .filter((block) => !/^\s*(import |<|```)/.test(block) && !/<[A-Z/]/.test(block));
  return [
    `---${head.replace(/^title: .*$/m, `title: ${id.replace('/', ', ')}`)}---`,
    `import { Example } from '~/components';`,
    ...prose.slice(0, 2),
    `<Example id="${id}" title="An example of ${id}" />`,
    ...prose.slice(2),
  ].join('\n\n');
}

function write(path: string, text: string): void {
  mkdirSync(join(COPY, path, '..'), { recursive: true });
  writeFileSync(join(COPY, path), text);
}
