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
