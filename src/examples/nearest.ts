/**
 * The `count` texts most like `text`, best first; for messages that say what may have been meant.
 *
 * @example nearest('basics/task-names', ['home/wait', 'basics/task-name']) // ['basics/task-name', 'home/wait']
 */
export function nearest(text: string, others: readonly string[], count = 3): string[] {
  return others
    .map((other) => ({ other, distance: editDistance(text, other) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ other }) => other);
}

/** Levenshtein's distance: how many letters must be added, dropped or changed. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
