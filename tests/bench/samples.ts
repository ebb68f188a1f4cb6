/** What the measurements leave: numbers by row and by who was measured, in the unit of the row (rows.ts). */
import type { Name } from './contenders.ts';
import type { RowId } from './rows.ts';

export type RowSamples = Readonly<Partial<Record<Name, readonly number[] | undefined>>>;
export type Samples = Readonly<Partial<Record<RowId, RowSamples | undefined>>>;

/** Collects them as they come. */
export class Sampler {
  readonly #samples = new Map<RowId, Map<Name, number[]>>();

  add(row: RowId, name: Name, ...values: readonly number[]): void {
    const ofRow = this.#samples.get(row) ?? new Map<Name, number[]>();
    this.#samples.set(row, ofRow.set(name, [...(ofRow.get(name) ?? []), ...values]));
  }

  get samples(): Samples {
    return Object.fromEntries([...this.#samples].map(([row, ofRow]) => [row, Object.fromEntries(ofRow)]));
  }
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/** In another order each round, so that nobody always comes after the same. */
export function inTurn<T>(all: readonly T[], round: number): readonly T[] {
  return all.map((_, index) => all[(index + round) % all.length] as T);
}
