import { distance } from 'fastest-levenshtein';

/**
 * The `count` texts most like `text`, best first, by Levenshtein's distance: how many letters must be added, dropped or
 * changed. For messages that say what may have been meant.
 *
 * @example nearest('basics/task-names', ['home/wait', 'basics/task-name']) // ['basics/task-name', 'home/wait']
 */
export function nearest(text: string, others: readonly string[], count = 3): string[] {
  return others
    .map((other) => ({ other, letters: distance(text, other) }))
    .sort((a, b) => a.letters - b.letters)
    .slice(0, count)
    .map(({ other }) => other);
}
