/** The command as it is typed, in a small project: its build writes one page. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveOf } from '../../../src/release/archive.ts';

const COMMAND = resolve('src/cli/release.ts');
const BUILD = "const fs = require('node:fs'); fs.mkdirSync('dist/basics', { recursive: true }); fs.writeFileSync('dist/basics/index.html', '<p>built</p>');";

let folder: string;

const git = (...command: string[]): string => execFileSync('git', command, { cwd: folder, encoding: 'utf8' }).trim();
const text = (path: string): string => readFileSync(join(folder, path), 'utf8');
const write = (path: string, content: string): void => writeFileSync(join(folder, path), content);

/** What it says, on both streams, and its status. */
function release(...words: string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SITE_URL: 'https://example.org' },
  });
  return { status, said: stdout + stderr };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  write('package.json', JSON.stringify({ name: 'asyncio-live', version: '0.1.0', scripts: { build: 'node build.cjs' } }));
  write('package-lock.json', JSON.stringify({ name: 'asyncio-live', version: '0.1.0', lockfileVersion: 3, packages: { '': { name: 'asyncio-live', version: '0.1.0' } } }));
  write('build.cjs', BUILD);
  write('CHANGELOG.md', '# Changes\n\n## Unreleased\n\n- A timeline.\n');
  write('.gitignore', 'dist/\nrelease/\n');
  git('init', '--quiet');
  git('config', 'user.name', 'A maintainer');
  git('config', 'user.email', 'maintainer@example.org');
  git('add', '.');
  git('commit', '--quiet', '--message', 'begin');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a release', () => {
  it('is an archive of the built site with its checksum, a version, a dated changelog, a commit and a tag', () => {
    const { status, said } = release('0.2.0');
    expect([status, said]).toEqual([0, expect.stringContaining('v0.2.0')]);
    const archive = readFileSync(join(folder, 'release/asyncio-live-0.2.0.zip'));
    const files = unzipSync(archive);
    expect(Object.entries(files).map(([path, content]) => [path, strFromU8(content)])).toEqual([['asyncio-live-0.2.0/basics/index.html', '<p>built</p>']]);
    expect(text('release/asyncio-live-0.2.0.zip.sha256')).toBe(`${createHash('sha256').update(archive).digest('hex')}  asyncio-live-0.2.0.zip\n`);
    expect(JSON.parse(text('package.json'))).toMatchObject({ version: '0.2.0' });
    expect(JSON.parse(text('package-lock.json'))).toMatchObject({ version: '0.2.0', packages: { '': { version: '0.2.0' } } });
    expect(text('CHANGELOG.md')).toMatch(/^# Changes\n\n## Unreleased\n\n## 0\.2\.0 \(\d{4}-\d\d-\d\d\)\n\n- A timeline\.\n$/);
    expect(git('log', '--format=%s')).toBe('release: 0.2.0\nbegin');
    expect(git('describe')).toBe('v0.2.0');
    expect(git('status', '--porcelain')).toBe('');
  });

  it('as a dry run writes the archive only', () => {
    expect(release('0.2.0', '--dry-run').status).toBe(0);
    expect(existsSync(join(folder, 'release/asyncio-live-0.2.0.zip'))).toBe(true);
    expect([git('log', '--format=%s'), git('tag'), git('status', '--porcelain')]).toEqual(['begin', '', '']);
  });

  it.each([
    ['changes that are not committed', () => write('new.txt', ''), 'not committed'],
    ['the tag of that version', () => git('tag', 'v0.2.0'), 'a tag v0.2.0'],
    ['nothing to tell readers', () => (write('CHANGELOG.md', '# Changes\n\n## Unreleased\n'), git('commit', '--all', '--quiet', '--message', 'x')), '## Unreleased'],
    ['no newer version', () => (write('package.json', text('package.json').replace('0.1.0', '0.2.0')), git('commit', '--all', '--quiet', '--message', 'x')), 'does not come after'],
  ])('is refused where there is %s', (_, make, reason) => {
    make();
    const head = git('rev-parse', 'HEAD');
    const { status, said } = release('0.2.0');
    expect([status, said]).toEqual([2, expect.stringContaining(reason)]);
    expect(git('rev-parse', 'HEAD')).toBe(head);
    expect(existsSync(join(folder, 'release'))).toBe(false);
  });

  it('changes nothing where the site cannot be built', () => {
    write('build.cjs', 'process.exit(1)');
    git('commit', '--all', '--quiet', '--message', 'break it');
    expect(release('0.2.0').status).not.toBe(0);
    expect([git('tag'), git('status', '--porcelain')]).toEqual(['', '']);
  });
});

it('the same files make the same archive, whenever they were written', () => {
  release('0.2.0', '--dry-run');
  const dist = join(folder, 'dist');
  const once = archiveOf(dist, 'top');
  utimesSync(join(dist, 'basics/index.html'), 0, 0);
  expect(archiveOf(dist, 'top')).toEqual(once);
  write('dist/basics/index.html', '<p>other</p>');
  expect(archiveOf(dist, 'top')).not.toEqual(once);
});
