/** What CHANGELOG.md and a version must be for a release, and become by it. Pure. */

const UNRELEASED = '## Unreleased\n';

/** What stands in the way of a release: said to whoever asked for it. */
export class ReleaseError extends Error {}

/** @throws ReleaseError unless `next` is a version (three numbers) after `current`. */
export function checkVersion(current: string, next: string): void {
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(next)) throw new ReleaseError(`"${next}" is no version. Write three numbers, e.g. 1.2.0.`);
  const [was, is] = [current, next].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const differs = is.findIndex((number, index) => number !== was[index]);
  if (differs === -1 || (is[differs] ?? 0) < (was[differs] ?? 0)) throw new ReleaseError(`${next} does not come after ${current}.`);
}

/**
 * The changelog in which what is unreleased has become a version's.
 * @param date as YYYY-MM-DD.
 * @throws ReleaseError where there is nothing to release.
 */
export function releasedChangelog(changelog: string, version: string, date: string): string {
  const [before, after] = changelog.split(UNRELEASED, 2);
  const news = after?.split('\n## ')[0] ?? '';
  if (before === undefined || !news.includes('\n- ')) {
    throw new ReleaseError('CHANGELOG.md says nothing under "## Unreleased": readers are to be told what has changed.');
  }
  return `${before}${UNRELEASED}\n## ${version} (${date})\n${changelog.slice(before.length + UNRELEASED.length)}`;
}
