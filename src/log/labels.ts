/** What lanes are called: in the label of a lane and in sentences alike. */

interface Named {
  readonly name: string;
  /** Qualified name of a task's coroutine function; threads have none. */
  readonly coroutine?: string;
}

/**
 * One label for each, all different. A task that the program named is called by its name; one that it did not name
 * (`Task-1`) by its coroutine function if no other task runs that. Equal names are numbered.
 *
 * @example labelsOf([{ name: 'Task-1', coroutine: 'main' }, { name: 'tick', coroutine: 'job' }]) → ['main', 'tick']
 */
export function labelsOf(lanes: readonly Named[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const { coroutine } of lanes) {
    if (coroutine !== undefined) uses.set(coroutine, (uses.get(coroutine) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  return lanes.map(({ name, coroutine }) => {
    const unnamed = /^Task-\d+$/u.test(name);
    const label = unnamed && coroutine !== undefined && uses.get(coroutine) === 1 ? shortName(coroutine) : name;
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label} #${count}`;
  });
}

/** @example shortName('main.<locals>.worker') === 'worker' */
export function shortName(qualifiedName: string): string {
  return qualifiedName.split('.').at(-1) ?? qualifiedName;
}
