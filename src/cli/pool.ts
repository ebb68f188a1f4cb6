/** Does the same with each of many, a few at a time, and shows how far it is. Node. */
import { availableParallelism } from 'node:os';

export interface Result {
  /** One line: what came of it. */
  readonly summary: string;
  /** Set where it failed: what to show, e.g. a difference. */
  readonly problem?: string;
}

/**
 * Works through `ids` and prints a line for each as it is done, in their order.
 * @returns the ids that failed.
 */
export async function forEachShown(
  ids: readonly string[],
  work: (id: string) => Promise<Result>,
  parallel: number = availableParallelism(),
): Promise<readonly string[]> {
  const failed: string[] = [];
  const results = new Map<number, Result>();
  let next = 0;
  let shown = 0;
  const show = (): void => {
    for (let result = results.get(shown); result !== undefined; result = results.get(shown)) {
      const id = ids[shown] ?? '';
      shown += 1;
      const mark = result.problem === undefined ? 'ok  ' : 'FAIL';
      console.log(`${`[${shown}/${ids.length}]`.padEnd(9)} ${mark} ${id}  ${result.summary}`);
      if (result.problem !== undefined) {
        console.log(result.problem.replace(/^/gm, '      '));
        failed.push(id);
      }
    }
  };
  const worker = async (): Promise<void> => {
    while (next < ids.length) {
      const index = next++;
      const id = ids[index] ?? '';
      results.set(
        index,
        await work(id).catch((error: unknown) => ({ summary: '', problem: error instanceof Error ? error.message : String(error) })),
      );
      show();
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, ids.length) }, worker));
  return failed;
}

/** The ids that the command line names (whole, or by how they begin), or all. Ends the process where a name fits none. */
export function chosen(ids: readonly string[], names: readonly string[]): readonly string[] {
  if (names.length === 0) return ids;
  const fitting = ids.filter((id) => names.some((name) => id.startsWith(name)));
  if (fitting.length === 0) {
    console.error(`No example begins with ${names.join(' or ')}.`);
    process.exit(2);
  }
  return fitting;
}

/** Prints the outcome in the form that CI counts, and sets the exit status. */
export function conclude(total: number, failed: readonly string[]): void {
  console.log(`${total - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
