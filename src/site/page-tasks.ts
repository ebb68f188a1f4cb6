/** What there is to do on a page: its predictions and exercises, as the page itself names them. Build side. */
import { existsSync, readFileSync } from 'node:fs';
import { contentFolder } from '../examples/content.ts';
import type { TaskId } from '../practice/progress.ts';

const kinds = { Predict: 'predict', Exercise: 'exercise' } as const;

/**
 * The tasks in the text of a page, in their order.
 *
 * @example tasksIn('<Exercise id="basics/breakfast" title="…">') // ['exercise/basics/breakfast']
 */
export function tasksIn(mdx: string): readonly TaskId[] {
  return [...mdx.matchAll(/<(Predict|Exercise)\b[^]*?\sid="([^"]+)"/g)].flatMap(([, name, id]) =>
    name === 'Predict' || name === 'Exercise' ? [`${kinds[name]}/${id ?? ''}` as const] : [],
  );
}

/** Of files that were read: the contents beside every page ask for every page. While pages are being written they are read anew. */
const known = import.meta.env.PROD ? new Map<string, readonly TaskId[]>() : null;

/** The tasks of the page at `path`, e.g. `/basics/tasks/`. The English page is asked: both languages have the same. */
export function tasksOfPage(path: string, content: URL = contentFolder): readonly TaskId[] {
  const file = new URL(`docs${path.replace(/\/$/, '')}.mdx`, content);
  const tasks = known?.get(file.href) ?? (existsSync(file) ? tasksIn(readFileSync(file, 'utf8')) : []);
  known?.set(file.href, tasks);
  return tasks;
}
