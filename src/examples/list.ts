import { existsSync, readdirSync } from 'node:fs';
import { contentFolder } from './content.ts';

/** Ids of all examples, `<chapter>/<name>`, in alphabetical order: every `.py` in `content/examples/<chapter>/`. */
export function listExamples(content: URL = contentFolder): string[] {
  return inChapters(new URL('examples/', content), (chapter, entry) =>
    entry.endsWith('.py') ? `${chapter}/${entry.slice(0, -'.py'.length)}` : null,
  );
}

/** Ids of all exercises, `<chapter>/<name>`, in alphabetical order: every folder in `content/exercises/<chapter>/`. */
export function listExercises(content: URL = contentFolder): string[] {
  const exercises = new URL('exercises/', content);
  return inChapters(exercises, (chapter, entry) =>
    existsSync(new URL(`${chapter}/${entry}/exercise.json`, exercises)) ? `${chapter}/${entry}` : null,
  );
}

function inChapters(folder: URL, idOf: (chapter: string, entry: string) => string | null): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((chapter) => chapter.isDirectory())
    .flatMap((chapter) =>
      readdirSync(new URL(`${chapter.name}/`, folder)).map((entry) => idOf(chapter.name, entry)),
    )
    .filter((id) => id !== null)
    .sort();
}

/**
 * The `count` ids most like `id`, best first; for error messages.
 *
 * @example nearestIds('basics/task-names', ['basics/task-name', 'home/wait']) // ['basics/task-name', 'home/wait']
 */
export function nearestIds(id: string, ids: readonly string[], count = 3): string[] {
  return ids
    .map((other) => ({ other, distance: editDistance(id, other) }))
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
