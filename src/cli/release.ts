/**
 * `npm run release -- <version> [--dry-run]`: builds the site and makes a release of it. Writes `release/asyncio-live-<version>.zip`
 * with its checksum, sets the version, dates the changelog, commits and tags. Pushes nothing. With `--dry-run` the archive
 * is all that it writes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { archiveOf, checksumLine } from '../release/archive.ts';
import { ReleaseError, checkVersion, releasedChangelog } from '../release/changelog.ts';

const CHANGELOG = 'CHANGELOG.md';
const FOLDER = 'release';

const words = process.argv.slice(2);
const dryRun = words.includes('--dry-run');
const [version, ...more] = words.filter((word) => word !== '--dry-run');
if (version === undefined || more.length > 0) {
  console.error('Name the version: npm run release -- <version> [--dry-run]');
  process.exit(2);
}

try {
  release(version);
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function release(next: string): void {
  const { name, version: current } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  checkVersion(current, next);
  if (process.env['SITE_URL'] === undefined) throw new ReleaseError('Say where the site will live, for its canonical links: SITE_URL=https://… npm run release');
  if (git('status', '--porcelain') !== '') throw new ReleaseError('There are changes that are not committed.');
  if (git('tag', '--list', `v${next}`) !== '') throw new ReleaseError(`There is a tag v${next} already.`);
  const changelog = releasedChangelog(readFileSync(CHANGELOG, 'utf8'), next, new Date().toISOString().slice(0, 'YYYY-MM-DD'.length));

  // What can fail comes first, while nothing has been changed.
  npm('run', 'build');
  writeArchive(`${name}-${next}`);
  if (dryRun) return console.log('Nothing else was written: this was a dry run.');

  npm('version', next, '--no-git-tag-version');
  writeFileSync(CHANGELOG, changelog);
  git('commit', '--all', '--message', `release: ${next}`);
  git('tag', '--annotate', `v${next}`, '--message', next);
  console.log(`Committed and tagged as v${next}. Next: git push --follow-tags, and publish what is in ${FOLDER}/.`);
}

function writeArchive(top: string): void {
  const archive = archiveOf('dist', top);
  const checksum = checksumLine(archive, `${top}.zip`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${top}.zip`, archive);
  writeFileSync(`${FOLDER}/${top}.zip.sha256`, checksum);
  console.log(checksum.trimEnd());
}

function git(...command: readonly string[]): string {
  return execFileSync('git', command, { encoding: 'utf8' }).trim();
}

function npm(...command: readonly string[]): void {
  execFileSync('npm', command, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}
